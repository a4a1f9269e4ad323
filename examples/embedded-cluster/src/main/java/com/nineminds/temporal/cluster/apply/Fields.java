package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.schema.Schema;

/** The fields that a configuration says something about. */
final class Fields {
    private Fields() {}

    static FieldSet of(JsonNode value, Schema schema) {
        FieldSet set = new FieldSet();
        switch (Relation.of(value, schema)) {
            case OBJECT -> {
                for (var entry : value.properties()) {
                    String name = entry.getKey();
                    field(set, PathElement.field(name), entry.getValue(), schema.field(name), schema.declares(name));
                }
            }
            case LIST ->
                value.forEach(item -> {
                    String element = PathElement.item(schema, item);
                    set.add(element);
                    set.put(element, of(item, schema.item()));
                });
            case LEAF -> {
                // The step that led here is the member.
            }
        }
        return set;
    }

    private static void field(FieldSet set, String element, JsonNode value, Schema schema, boolean declared) {
        boolean leaf = Relation.of(value, schema) == Relation.LEAF;
        if (leaf || (value.isObject() && value.isEmpty()) || !declared) {
            set.add(element);
        }
        set.put(element, of(value, schema));
    }
}
