package com.nineminds.temporal.cluster.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.schema.Schema;

/** Fills in the defaults of a schema, in place. Null where null is not allowed counts as absent. */
final class Defaulting {
    private Defaulting() {}

    static void apply(JsonNode value, Schema schema) {
        if (value instanceof ObjectNode object) {
            for (var declared : schema.properties()) {
                schema.property(declared.getKey()).ifPresent(field -> fill(object, declared.getKey(), field));
            }
            schema.additionalProperties().ifPresent(entries -> {
                for (var entry : object.properties()) {
                    if (!schema.declares(entry.getKey())) {
                        apply(entry.getValue(), entries);
                    }
                }
            });
        } else if (value instanceof ArrayNode array) {
            schema.items().ifPresent(item -> array.forEach(element -> apply(element, item)));
        }
    }

    private static void fill(ObjectNode object, String name, Schema field) {
        JsonNode present = object.path(name);
        boolean absent = present.isMissingNode() || (present.isNull() && !field.nullable());
        if (absent) {
            object.remove(name);
            field.defaultValue().ifPresent(value -> object.set(name, value.deepCopy()));
        }
        apply(object.path(name), field);
    }
}
