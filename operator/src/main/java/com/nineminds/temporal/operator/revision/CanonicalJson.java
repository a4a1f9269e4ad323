package com.nineminds.temporal.operator.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one text of a JSON value: object keys sorted by UTF-16 code unit, no white space, numbers in plain notation without trailing
 * zeros, only what must be escaped in strings is. Own code on purpose: revision hashes depend on it, so that no library may change
 * it. Nulls and empty values are written: leaving them out is up to whoever builds the value.
 */
public final class CanonicalJson {
    private static final ObjectMapper READER = new ObjectMapper();

    private CanonicalJson() {}

    /** The same value as a tree of its own that equals every other one of that value: keys sorted, one type per number. */
    static JsonNode normalize(JsonNode value) {
        try {
            return READER.readTree(write(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("canonical JSON must be JSON", e);
        }
    }

    public static String write(JsonNode value) {
        if (value.isObject()) {
            return object(value);
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(write(item)));
            return "[" + String.join(",", items) + "]";
        }
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        return value.isTextual() ? string(value.textValue()) : value.asText("null");
    }

    private static String object(JsonNode object) {
        return object.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> string(field.getKey()) + ":" + write(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
