package com.nineminds.temporal.api.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The generated part of the README: every field with its type, default and bounds, and every rule with its message. */
final class Reference {
    private static final String BEGIN = "<!-- generated: begin -->";
    private static final String END = "<!-- generated: end -->";

    private final Map<String, ObjectNode> fields = new LinkedHashMap<>();
    private final List<String> rules = new ArrayList<>();

    private Reference(ObjectNode schema) {
        collect("", schema);
    }

    /** The text with the part between the two markers replaced. */
    static String insertInto(String text, ObjectNode definition) {
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("README.md needs the markers " + BEGIN + " and " + END);
        }
        return text.substring(0, begin + BEGIN.length())
                + "\n" + new Reference(Definition.schema(definition)).markdown()
                + text.substring(end);
    }

    private void collect(String path, ObjectNode schema) {
        if (!path.isEmpty()) {
            fields.put(path, schema);
        }
        schema.path("x-kubernetes-validations")
                .forEach(rule -> rules.add("| `%s` | %s |"
                        .formatted(
                                path + rule.path("fieldPath").asText(),
                                rule.path("message").asText())));
        if (schema.get("items") instanceof ObjectNode items) {
            collectElement(path + "[]", items);
        }
        schema.path("properties")
                .properties()
                .forEach(property ->
                        collect(path.isEmpty() ? property.getKey() : path + "." + property.getKey(), (ObjectNode)
                                property.getValue()));
    }

    /** An element has no row of its own; what it holds has. */
    private void collectElement(String path, ObjectNode items) {
        collect(path, items);
        fields.remove(path);
    }

    private String markdown() {
        return table("### Spec", "spec.") + table("### Status", "status.")
                + "\n### Rules\n\n| field | refused unless |\n|---|---|\n"
                + rules.stream().distinct().collect(Collectors.joining("\n", "", "\n"));
    }

    private String table(String title, String prefix) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(prefix))
                .map(field -> row(field.getKey(), field.getValue()))
                .collect(Collectors.joining(
                        "\n",
                        "\n" + title + "\n\n| field | type | default | bounds | meaning |\n|---|---|---|---|---|\n",
                        "\n"));
    }

    private String row(String path, ObjectNode schema) {
        var parent = fields.get(path.replaceAll("(\\[])?\\.[^.]+$", ""));
        var required = parent != null && isRequired(parent, path.substring(path.lastIndexOf('.') + 1));
        return "| `%s`%s | %s | %s | %s | %s |"
                .formatted(
                        path,
                        required ? " (required)" : "",
                        type(schema),
                        schema.has("default") ? "`" + schema.get("default").asText() + "`" : "",
                        bounds(schema),
                        schema.path("description").asText());
    }

    private static boolean isRequired(ObjectNode parent, String name) {
        var holder = parent.has("items") ? parent.get("items") : parent;
        for (JsonNode required : holder.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String type(JsonNode schema) {
        if (schema.has("enum")) {
            var values = new StringJoiner(", ");
            schema.get("enum").forEach(value -> values.add("`" + value.asText() + "`"));
            return values.toString();
        }
        if (schema.has("x-kubernetes-int-or-string")) {
            return "integer or string";
        }
        var type = schema.path("type").asText();
        if (type.equals("array")) {
            return "list of " + type(schema.get("items"));
        }
        return schema.has("additionalProperties") ? "map to " + type(schema.get("additionalProperties")) : type;
    }

    private static String bounds(JsonNode schema) {
        var bounds = new StringJoiner("; ");
        range(schema, "minimum", "maximum", "", bounds);
        range(schema, "minLength", "maxLength", " characters", bounds);
        range(schema, "minItems", "maxItems", " elements", bounds);
        range(schema, "minProperties", "maxProperties", " entries", bounds);
        return bounds.toString();
    }

    private static void range(JsonNode schema, String low, String high, String unit, StringJoiner bounds) {
        if (schema.has(high)) {
            bounds.add((schema.has(low) ? schema.get(low).asText() + " to " : "up to ")
                    + schema.get(high).asText()
                    + unit);
        }
    }
}
