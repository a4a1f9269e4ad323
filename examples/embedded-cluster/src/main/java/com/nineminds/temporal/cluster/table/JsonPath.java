package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON paths of printer columns: fields, quoted fields, indices, {@code [*]} and filters that compare a field with a
 * text.
 */
final class JsonPath {
    private static final Pattern STEP = Pattern.compile(
            "\\.((?:[^.\\[\\]\\\\]|\\\\.)+)" // .field, with \. for a dot in it
                    + "|\\['([^']*)'\\]" // ['field']
                    + "|\\[(-?\\d+)\\]" // [0]
                    + "|\\[(\\*)\\]" // [*]
                    + "|\\[\\?\\(@\\.([^=!\\s)]+)\\s*==\\s*[\"']([^\"']*)[\"']\\s*\\)\\]"); // [?(@.type=="Ready")]

    private interface Step {
        List<JsonNode> from(JsonNode node);
    }

    private final List<Step> steps = new ArrayList<>();

    /** A path that cannot be read finds nothing. */
    JsonPath(String path) {
        Matcher matcher = STEP.matcher(path.startsWith(".") || path.startsWith("[") ? path : "." + path);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            steps.add(step(matcher));
            end = matcher.end();
        }
        if (end < matcher.regionEnd()) {
            steps.add(node -> List.of());
        }
    }

    /** The first value at the path, missing when there is none. */
    JsonNode first(JsonNode root) {
        List<JsonNode> nodes = List.of(root);
        for (Step step : steps) {
            nodes = nodes.stream()
                    .flatMap(node -> step.from(node).stream())
                    .filter(node -> !node.isMissingNode())
                    .toList();
        }
        return nodes.isEmpty() ? MissingNode.getInstance() : nodes.get(0);
    }

    private static Step step(Matcher matcher) {
        if (matcher.group(1) != null) {
            String name = matcher.group(1).replace("\\", "");
            return node -> List.of(node.path(name));
        }
        if (matcher.group(2) != null) {
            String name = matcher.group(2);
            return node -> List.of(node.path(name));
        }
        if (matcher.group(3) != null) {
            int index = Integer.parseInt(matcher.group(3));
            return node -> List.of(node.path(index < 0 ? node.size() + index : index));
        }
        if (matcher.group(4) != null) {
            return node -> Json.items(node).toList();
        }
        String[] field = matcher.group(5).split("\\.");
        String wanted = matcher.group(6);
        return node -> Json.items(node)
                .filter(item -> Json.text(item, field).equals(wanted))
                .toList();
    }
}
