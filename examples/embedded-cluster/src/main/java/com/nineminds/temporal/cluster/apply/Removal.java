package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.Schema;

/** Takes a set of fields out of an object. Fresh trees are returned, the arguments only read. */
final class Removal {
    private Removal() {}

    static ObjectNode remove(ObjectNode object, FieldSet fields, Schema schema) {
        ObjectNode result = Json.object();
        for (var entry : object.properties()) {
            String name = entry.getKey();
            String element = PathElement.field(name);
            if (!fields.has(element)) {
                result.set(name, value(entry.getValue(), fields.below(element), schema.field(name)));
            }
        }
        return result;
    }

    private static JsonNode value(JsonNode value, FieldSet fields, Schema schema) {
        if (fields.isEmpty()) {
            return value.deepCopy();
        }
        return switch (Relation.of(value, schema)) {
            case OBJECT -> remove((ObjectNode) value, fields, schema);
            case LIST -> items(value, fields, schema);
            case LEAF -> value.deepCopy();
        };
    }

    private static ArrayNode items(JsonNode list, FieldSet fields, Schema schema) {
        ArrayNode result = Json.array();
        for (JsonNode item : list) {
            String element = PathElement.item(schema, item);
            if (!fields.has(element)) {
                result.add(value(item, fields.below(element), schema.item()));
            }
        }
        return result;
    }
}
