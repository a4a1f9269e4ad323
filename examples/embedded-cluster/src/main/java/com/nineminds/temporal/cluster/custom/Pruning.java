package com.nineminds.temporal.cluster.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.FieldPath;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes the fields out of a custom resource that its schema does not know, in place. */
final class Pruning {
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata");

    private final List<String> unknown = new ArrayList<>();

    private Pruning() {}

    /** Returns the paths of what was taken out. Identity and metadata of the object itself stay as they are. */
    static List<String> prune(ObjectNode object, Schema schema) {
        Pruning pruning = new Pruning();
        pruning.object(object, schema, "", true);
        return List.copyOf(pruning.unknown);
    }

    private void value(JsonNode value, Schema schema, String path) {
        if (value instanceof ObjectNode object) {
            object(object, schema, path, schema.embedsResource());
        } else if (value instanceof ArrayNode array) {
            schema.items().ifPresent(item -> {
                for (int i = 0; i < array.size(); i++) {
                    value(array.get(i), item, FieldPath.index(path, i));
                }
            });
        }
    }

    private void object(ObjectNode object, Schema schema, String path, boolean resource) {
        List<String> doomed = new ArrayList<>();
        for (var entry : object.properties()) {
            String name = entry.getKey();
            if (resource && IDENTITY.contains(name)) {
                continue;
            }
            String at = FieldPath.field(path, name);
            schema.property(name)
                    .or(schema::additionalProperties)
                    .ifPresentOrElse(field -> value(entry.getValue(), field, at), () -> {
                        if (!schema.preservesUnknown()
                                && !schema.keyword("additionalProperties").asBoolean()) {
                            doomed.add(name);
                            unknown.add(at);
                        }
                    });
        }
        object.remove(doomed);
    }
}
