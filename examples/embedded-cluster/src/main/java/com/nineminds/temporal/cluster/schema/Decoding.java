package com.nineminds.temporal.cluster.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.FieldPath;
import com.nineminds.temporal.cluster.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
     * @throws ApiException 400 when a value has the wrong type
     */
    public static Decoded decode(ObjectNode object, Schema schema) {
        Decoding decoding = new Decoding();
        ObjectNode result = decoding.object(object, schema, "");
        return new Decoded(result, List.copyOf(decoding.unknown));
    }

    private JsonNode value(JsonNode value, Schema schema, String path) {
        if (schema.quantity()) {
            return quantity(value, path);
        }
        if (schema.intOrString()) {
            return value;
        }
        return switch (schema.type()) {
            case "object" -> object(expect(ObjectNode.class, value, path, "object"), schema, path);
            case "array" -> array(expect(ArrayNode.class, value, path, "array"), schema, path);
            case "string" -> checked(value.isTextual(), value, path, "string");
            case "integer" -> checked(value.isIntegralNumber(), value, path, "int");
            case "number" -> checked(value.isNumber(), value, path, "float64");
            case "boolean" -> checked(value.isBoolean(), value, path, "bool");
            default -> value.deepCopy();
        };
    }

    private ObjectNode object(ObjectNode object, Schema schema, String path) {
        if (schema.declaresNothing()) {
            return object.deepCopy();
        }
        ObjectNode result = Json.object();
        for (var entry : object.properties()) {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (!value.isNull()) {
                String at = FieldPath.field(path, name);
                schema.property(name)
                        .or(schema::additionalProperties)
                        .ifPresentOrElse(field -> result.set(name, value(value, field, at)), () -> unknown.add(at));
            }
        }
        result.properties().removeIf(entry -> schema.omitsZero(entry.getKey()) && isZero(entry.getValue()));
        addZeroes(result, schema, path);
        return result;
    }

    /** The fields that are never left out carry a default in the published schemas. */
    private void addZeroes(ObjectNode object, Schema schema, String path) {
        for (var declared : schema.properties()) {
            String name = declared.getKey();
            if (declared.getValue().has("default") && !object.has(name)) {
                Schema field = schema.field(name);
                field.defaultValue()
                        .ifPresent(zero -> object.set(name, value(zero, field, FieldPath.field(path, name))));
            }
        }
    }

    private ArrayNode array(ArrayNode array, Schema schema, String path) {
        ArrayNode result = Json.array();
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i).isNull() ? zero(schema.item()) : array.get(i);
            result.add(value(item, schema.item(), FieldPath.index(path, i)));
        }
        return result;
    }

    private static JsonNode zero(Schema schema) {
        return schema.defaultValue().orElseGet(Json::object);
    }

    private static JsonNode quantity(JsonNode value, String path) {
        return Quantities.canonical(value.asText())
                .<JsonNode>map(Json.object()::textNode)
                .orElseThrow(() -> ApiException.badRequest(
                        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$': "
                                + path));
    }

    private static <T extends JsonNode> T expect(Class<T> type, JsonNode value, String path, String name) {
        checked(type.isInstance(value), value, path, name);
        return type.cast(value);
    }

    private static JsonNode checked(boolean fits, JsonNode value, String path, String type) {
        if (fits) {
            return value;
        }
        String found = value.isBoolean() ? "bool" : value.getNodeType().name().toLowerCase(Locale.ROOT);
        throw ApiException.badRequest(
                "json: cannot unmarshal %s into Go struct field %s of type %s".formatted(found, path, type));
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
