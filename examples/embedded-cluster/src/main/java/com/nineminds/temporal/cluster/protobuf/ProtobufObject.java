package com.nineminds.temporal.cluster.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.protobuf.Wire.Field;
import com.nineminds.temporal.cluster.schema.Schema;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Translates messages into the JSON of the same objects, by the field numbers that the schemas carry. */
final class ProtobufObject {
    private static final String NUMBERS = "x-protobuf";

    private ProtobufObject() {}

    static ObjectNode read(byte[] message, Schema schema) {
        ObjectNode object = Json.object();
        fill(object, message, schema, schema.keyword(NUMBERS));
        return object;
    }

    /** @param numbers names by field number; a field with numbers of its own is a part of this object */
    private static void fill(ObjectNode object, byte[] message, Schema schema, JsonNode numbers) {
        for (Field field : Wire.read(message)) {
            JsonNode name = numbers.path(Integer.toString(field.number()));
            if (name.isObject()) {
                fill(object, field.bytes(), schema, name);
            } else if (name.isTextual()) {
                put(object, name.asText(), field, schema.field(name.asText()));
            }
        }
    }

    private static void put(ObjectNode object, String name, Field field, Schema schema) {
        if (schema.type().equals("array")) {
            object.withArray(name).add(value(field, schema.item()));
        } else if (schema.type().equals("object")
                && schema.additionalProperties().isPresent()) {
            entry(Json.child(object, name), field, schema.field(""));
        } else {
            object.set(name, value(field, schema));
        }
    }

    private static void entry(ObjectNode map, Field field, Schema value) {
        String key = "";
        JsonNode known = value.type().equals("object") ? Json.object() : TextNode.valueOf("");
        for (Field part : Wire.read(field.bytes())) {
            if (part.number() == 1) {
                key = part.text();
            } else {
                known = value(part, value);
            }
        }
        map.set(key, known);
    }

    private static JsonNode value(Field field, Schema schema) {
        String name = schema.name().substring(schema.name().lastIndexOf('.') + 1);
        return switch (name) {
            case "Quantity" -> TextNode.valueOf(first(field).text());
            case "IntOrString" -> intOrString(Wire.read(field.bytes()));
            case "Time" -> time(Wire.read(field.bytes()), 0);
            case "MicroTime" -> time(Wire.read(field.bytes()), 6);
            case "FieldsV1", "RawExtension", "JSON" -> json(first(field).bytes());
            default -> plain(field, schema);
        };
    }

    private static JsonNode plain(Field field, Schema schema) {
        return switch (schema.type()) {
            case "object" -> read(field.bytes(), schema);
            case "integer" ->
                schema.format().equals("int32")
                        ? IntNode.valueOf((int) field.scalar())
                        : LongNode.valueOf(field.scalar());
            case "number" -> DoubleNode.valueOf(Double.longBitsToDouble(field.scalar()));
            case "boolean" -> BooleanNode.valueOf(field.scalar() != 0);
            default ->
                TextNode.valueOf(
                        schema.format().equals("byte")
                                ? Base64.getEncoder().encodeToString(field.bytes())
                                : field.text());
        };
    }

    private static Field first(Field field) {
        return Wire.read(field.bytes()).stream().findFirst().orElseGet(() -> new Field(1, 0, new byte[0]));
    }

    private static JsonNode intOrString(List<Field> parts) {
        boolean text = parts.stream().anyMatch(part -> part.number() == 1 && part.scalar() == 1);
        return parts.stream()
                .filter(part -> part.number() == (text ? 3 : 2))
                .findFirst()
                .<JsonNode>map(part -> text ? TextNode.valueOf(part.text()) : IntNode.valueOf((int) part.scalar()))
                .orElseGet(() -> IntNode.valueOf(0));
    }

    /** Null for the time that Go has before any was set. */
    private static JsonNode time(List<Field> parts, int digits) {
        long seconds = scalar(parts, 1);
        if (parts.isEmpty() || seconds <= Instant.EPOCH.getEpochSecond()) {
            return NullNode.getInstance();
        }
        String whole = Instant.ofEpochSecond(seconds).toString();
        String fraction = digits == 0 ? "" : ".%06d".formatted(scalar(parts, 2) / 1_000);
        return TextNode.valueOf(whole.replace("Z", fraction + "Z"));
    }

    private static long scalar(List<Field> parts, int number) {
        return parts.stream()
                .filter(part -> part.number() == number)
                .mapToLong(Field::scalar)
                .findFirst()
                .orElse(0);
    }

    private static JsonNode json(byte[] raw) {
        try {
            return raw.length == 0 ? NullNode.getInstance() : Json.MAPPER.readTree(raw);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("the protobuf message carries malformed JSON", malformed);
        }
    }
}
