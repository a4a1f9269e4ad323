package com.nineminds.temporal.cluster.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A value as Go prints it, which is how the API server puts it into some messages: {@code map[image:x name:y]}. */
final class GoMap {
    private GoMap() {}

    static String text(JsonNode value) {
        if (value.isObject()) {
            Map<String, String> entries = new TreeMap<>();
            value.properties().forEach(entry -> entries.put(entry.getKey(), text(entry.getValue())));
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue())
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(GoMap::text)
                    .collect(Collectors.joining(" ", "[", "]"));
        }
        return value.isNull() ? "<nil>" : value.asText();
    }
}
