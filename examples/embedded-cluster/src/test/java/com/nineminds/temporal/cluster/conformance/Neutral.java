package com.nineminds.temporal.cluster.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Answers without what differs from run to run, as YAML with sorted keys. */
final class Neutral {
    private static final Set<String> TIMES =
            Set.of("creationTimestamp", "deletionTimestamp", "lastTransitionTime", "lastUpdateTime", "time");
    private static final Set<String> UNORDERED = Set.of("causes", "managedFields", "verbs");
    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    /** Values of this run by the name that stands for them. */
    private final Map<String, String> names;

    Neutral(Map<String, String> names) {
        this.names = names;
    }

    Answer of(Answer answer) {
        return new Answer(answer.code(), neutral("", answer.body()));
    }

    /** An answer as it is kept in a file. */
    static String text(int code, JsonNode body) {
        return (code + "\n" + yaml(body)).strip();
    }

    static JsonNode parse(String yaml) {
        try {
            return yaml.isBlank() ? JsonNodeFactory.instance.missingNode() : YAML.readTree(yaml);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(yaml, malformed);
        }
    }

    private static String yaml(JsonNode node) {
        try {
            return node.isMissingNode() ? "" : YAML.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode neutral(String key, JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties()
                    .forEach(entry ->
                            sorted.put(neutral("", entry.getKey()), neutral(entry.getKey(), entry.getValue())));
            sorted.remove("storageVersionHash");
            return withoutOrder(JsonNodeFactory.instance.objectNode().setAll(sorted));
        }
        if (node.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            node.forEach(element -> elements.add(neutral("", element)));
            if (UNORDERED.contains(key)) {
                elements.sort(Comparator.comparing(JsonNode::toString));
            }
            return JsonNodeFactory.instance.arrayNode().addAll(elements);
        }
        return node.isTextual() ? TextNode.valueOf(neutral(key, node.asText())) : node;
    }

    /** The message of a refusal with several causes lists them once more, in any order. */
    private static ObjectNode withoutOrder(ObjectNode object) {
        boolean several = object.at("/details/causes").size() > 1;
        String message = object.path("message").asText();
        if (several && message.contains("is invalid: [")) {
            object.put("message", message.replaceAll("(?s)is invalid: \\[.*", "is invalid: [...]"));
        }
        return object;
    }

    private String neutral(String key, String text) {
        if (TIMES.contains(key)) {
            return "<time>";
        }
        if (key.equals("resourceVersion") || key.equals("continue")) {
            return text.isEmpty() ? "" : "<" + key + ">";
        }
        String neutral = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            neutral = neutral.replace(name.getValue(), "{" + name.getKey() + "}");
        }
        return TIME.matcher(UID.matcher(neutral).replaceAll("<uid>")).replaceAll("<time>");
    }
}
