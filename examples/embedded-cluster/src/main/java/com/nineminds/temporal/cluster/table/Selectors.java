package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Label selectors as text. */
final class Selectors {
    private static final String NONE = "<none>";

    private Selectors() {}

    static String text(JsonNode selector) {
        Stream<String> equalities = selector.path("matchLabels").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText());
        Stream<String> expressions =
                Json.objects(selector, "matchExpressions").stream().map(Selectors::expression);
        String text = Stream.concat(equalities, expressions).sorted().collect(Collectors.joining(","));
        return text.isEmpty() ? NONE : text;
    }

    static String labels(JsonNode labels) {
        String text = labels.properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .sorted()
                .collect(Collectors.joining(","));
        return text.isEmpty() ? NONE : text;
    }

    private static String expression(ObjectNode expression) {
        String key = Json.text(expression, "key");
        return switch (Json.text(expression, "operator")) {
            case "Exists" -> key;
            case "DoesNotExist" -> "!" + key;
            default ->
                "%s %s (%s)"
                        .formatted(
                                key,
                                Json.text(expression, "operator").toLowerCase(Locale.ROOT),
                                String.join(",", Json.texts(expression, "values")));
        };
    }
}
