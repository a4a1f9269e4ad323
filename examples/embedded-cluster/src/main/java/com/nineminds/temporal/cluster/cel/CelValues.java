package com.nineminds.temporal.cluster.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.objects.GoDuration;
import com.nineminds.temporal.cluster.schema.Schema;
import dev.cel.common.values.NullValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns JSON into the values that rules see. The schema decides between integers and doubles, texts and times. */
final class CelValues {
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");
    private static final Schema METADATA = Schema.UNKNOWN;

    private CelValues() {}

    /** The value of a whole object: of its metadata rules see the names only. */
    static Object ofResource(JsonNode object, Schema schema) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (var entry : object.properties()) {
            String name = entry.getKey();
            if (name.equals("metadata")) {
                fields.put(name, metadata(entry.getValue()));
            } else {
                fields.put(escaped(name), of(entry.getValue(), schema.field(name)));
            }
        }
        return fields;
    }

    static Object of(JsonNode value, Schema schema) {
        return switch (value.getNodeType()) {
            case OBJECT -> map(value, schema);
            case ARRAY -> list(value, schema);
            case STRING -> text(value.asText(), schema.format());
            case NUMBER -> number(value, schema);
            case BOOLEAN -> value.asBoolean();
            default -> NullValue.NULL_VALUE;
        };
    }

    private static Map<String, Object> metadata(JsonNode metadata) {
        Map<String, Object> names = new LinkedHashMap<>();
        for (String name : List.of("name", "generateName")) {
            if (metadata.has(name)) {
                names.put(name, of(metadata.get(name), METADATA));
            }
        }
        return names;
    }

    private static Map<String, Object> map(JsonNode object, Schema schema) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (var entry : object.properties()) {
            String name = entry.getKey();
            fields.put(schema.declares(name) ? escaped(name) : name, of(entry.getValue(), schema.field(name)));
        }
        return fields;
    }

    private static List<Object> list(JsonNode array, Schema schema) {
        List<Object> items = new ArrayList<>();
        array.forEach(item -> items.add(of(item, schema.item())));
        return items;
    }

    private static Object number(JsonNode number, Schema schema) {
        boolean whole = number.isIntegralNumber() && !schema.type().equals("number");
        return whole ? (Object) number.asLong() : (Object) number.asDouble();
    }

    private static Object text(String text, String format) {
        try {
            return switch (format) {
                case "date-time" -> OffsetDateTime.parse(text).toInstant();
                case "date" -> midnight(text);
                case "duration" ->
                    GoDuration.parse(text).<Object>map(duration -> duration).orElse(text);
                default -> text;
            };
        } catch (DateTimeException malformed) {
            return text;
        }
    }

    private static Instant midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Names that are no identifiers are written in another way in rules. */
    static String escaped(String name) {
        if (RESERVED.contains(name)) {
            return "__" + name + "__";
        }
        return name.replace("__", "__underscores__")
                .replace(".", "__dot__")
                .replace("-", "__dash__")
                .replace("/", "__slash__");
    }
}
