package com.nineminds.temporal.cluster.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings an object into the form in which Kubernetes keeps its own kinds. There an object passes through a Go type:
 * unknown fields and nulls fall away, empty optional fields are left out, fields that are never left out appear with
 * their zero value, and quantities become canonical.
 */
public final class Decoding {
    private final List<String> unknown = new ArrayList<>();

    private Decoding() {}

    /**
     * What came of an object.
     *
     * @param unknown paths of the fields that the kind does not have
     */
    public record Decoded(ObjectNode object, List<String> unknown) {}

    /**
     * Returns a fresh tree.
     *
     * @throws DecodingException when a value has the wrong type
     */
    public static Decoded decode(ObjectNode object, Schema schema) {
        Decoding decoding = new Decoding();
        ObjectNode result = decoding.object(object, schema, GoField.ROOT);
        return new Decoded(result, List.copyOf(decoding.unknown));
    }

    private JsonNode value(JsonNode value, Schema schema, GoField at) {
        if (schema.quantity()) {
            return quantity(value);
        }
        if (schema.intOrString()) {
            return value;
        }
        return switch (schema.type()) {
            case "object" -> object((ObjectNode) checked(value.isObject(), value, schema, at), schema, at);
            case "array" -> array((ArrayNode) checked(value.isArray(), value, schema, at), schema, at);
            case "string" -> checked(value.isTextual(), value, schema, at);
            case "integer" -> checked(value.isIntegralNumber(), value, schema, at);
            case "number" -> checked(value.isNumber(), value, schema, at);
            case "boolean" -> checked(value.isBoolean(), value, schema, at);
            default -> value.deepCopy();
        };
    }

    private ObjectNode object(ObjectNode object, Schema schema, GoField place) {
        if (schema.declaresNothing()) {
            return object.deepCopy();
        }
        ObjectNode result = Json.object();
        for (var entry : object.properties()) {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (!value.isNull()) {
                GoField at = place.field(schema, name);
                schema.property(name)
                        .or(schema::additionalProperties)
                        .ifPresentOrElse(
                                field -> result.set(name, value(value, field, at)), () -> unknown.add(at.path()));
            }
        }
        result.properties().removeIf(entry -> schema.omitsZero(entry.getKey()) && isZero(entry.getValue()));
        addZeroes(result, schema, place);
        return result;
    }

    /** The fields that are never left out carry a default in the published schemas, or are lists, which are null then. */
    private void addZeroes(ObjectNode object, Schema schema, GoField place) {
        for (var declared : schema.properties()) {
            String name = declared.getKey();
            if (object.has(name)) {
                continue;
            }
            Schema field = schema.field(name);
            if (declared.getValue().has("default")) {
                field.defaultValue().ifPresent(zero -> object.set(name, value(zero, field, place.field(schema, name))));
            } else if (field.type().equals("array") && !schema.omitsZero(name)) {
                object.putNull(name);
            }
        }
    }

    private ArrayNode array(ArrayNode array, Schema schema, GoField at) {
        ArrayNode result = Json.array();
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i).isNull() ? zero(schema.item()) : array.get(i);
            result.add(value(item, schema.item(), at.item(i)));
        }
        return result;
    }

    private static JsonNode zero(Schema schema) {
        return schema.defaultValue().orElseGet(Json::object);
    }

    private static JsonNode quantity(JsonNode value) {
        return Quantities.canonical(value.asText())
                .<JsonNode>map(Json.object()::textNode)
                .orElseThrow(() -> new DecodingException(
                        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"));
    }

    private static JsonNode checked(boolean fits, JsonNode value, Schema schema, GoField at) {
        if (fits) {
            return value;
        }
        throw at.refuse(value, schema);
    }

    private static boolean isZero(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, ARRAY -> value.isEmpty();
            case STRING -> value.asText().isEmpty();
            case NUMBER -> value.decimalValue().signum() == 0;
            case BOOLEAN -> !value.asBoolean();
            default -> false;
        };
    }
}
