package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that an applied configuration fits the kind's schema: a field that the schema does not know cannot be owned. */
final class Typing {
    private final List<String> errors = new ArrayList<>();

    private Typing() {}

    /** @throws ApiException 500, as the real server has it, naming every field that does not fit */
    static void check(ObjectNode configuration, ResourceType type) {
        Typing typing = new Typing();
        typing.object(configuration, type.schema(), "");
        if (typing.errors.isEmpty()) {
            return;
        }
        String group = type.group().isEmpty() ? "/" + type.version() : type.apiVersion();
        String why =
                typing.errors.size() == 1 ? typing.errors.get(0) : "errors:\n  " + String.join("\n  ", typing.errors);
        throw ApiException.of(
                500,
                "",
                "failed to create typed patch object (%s/%s; %s, Kind=%s): %s"
                        .formatted(
                                ObjectMeta.namespace(configuration),
                                ObjectMeta.name(configuration),
                                group,
                                type.kind(),
                                why));
    }

    private void value(JsonNode value, Schema schema, String path) {
        if (value.isNull()) {
            return;
        }
        switch (schema.type()) {
            case "object" -> {
                if (expect(value.isObject(), value, "map", path)) {
                    object(value, schema, path);
                }
            }
            case "array" -> {
                if (expect(value.isArray(), value, "list", path)) {
                    array(value, schema, path);
                }
            }
            default -> scalar(value, schema, path);
        }
    }

    private void scalar(JsonNode value, Schema schema, String path) {
        if (schema.quantity() || schema.intOrString()) {
            return;
        }
        switch (schema.type()) {
            case "string" -> expect(value.isTextual(), value, "string", path);
            case "integer", "number" -> expect(value.isNumber(), value, "numeric (int or float)", path);
            case "boolean" -> expect(value.isBoolean(), value, "boolean", path);
            default -> {
                // Anything fits.
            }
        }
    }

    private void object(JsonNode object, Schema schema, String path) {
        if (schema.declaresNothing()) {
            return;
        }
        for (var entry : object.properties()) {
            String at = path + "." + entry.getKey();
            schema.property(entry.getKey())
                    .or(schema::additionalProperties)
                    .ifPresentOrElse(field -> value(entry.getValue(), field, at), () -> {
                        if (!schema.preservesUnknown()) {
                            errors.add(at + ": field not declared in schema");
                        }
                    });
        }
    }

    private void array(JsonNode array, Schema schema, String path) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            String step = "[" + i + "]";
            if (Relation.of(array, schema) == Relation.LIST) {
                String element = PathElement.item(schema, item);
                step = PathElement.display(element);
                if (!seen.add(element)) {
                    errors.add(path + ": duplicate entries for key " + step);
                }
            }
            value(item, schema.item(), path + step);
        }
    }

    private boolean expect(boolean fits, JsonNode value, String wanted, String path) {
        if (!fits) {
            errors.add("%s: expected %s, got &value.valueUnstructured{Value:%s}".formatted(path, wanted, go(value)));
        }
        return fits;
    }

    private static String go(JsonNode value) {
        return value.isContainerNode() ? "..." : value.toString();
    }
}
