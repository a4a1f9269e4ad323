package com.nineminds.temporal.operator.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kubernetes' strategic merge patch for pod templates: objects are merged, {@code null} removes a field, lists of named things are
 * merged by their key, other lists are replaced. {@code $patch: delete} removes an entry or object, {@code $patch: replace} puts
 * the patch in its place. Unlike the original, {@code tolerations} and {@code envFrom} are appended to: replacing them would
 * silently drop what the operator rendered.
 */
final class StrategicMerge {
    private static final String DIRECTIVE = "$patch";
    private static final Map<String, String> KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "volumes", "name",
            "env", "name",
            "resourceClaims", "name",
            "imagePullSecrets", "name",
            "volumeMounts", "mountPath",
            "volumeDevices", "devicePath",
            "ports", "containerPort",
            "topologySpreadConstraints", "topologyKey");
    private static final Set<String> APPENDED = Set.of("tolerations", "envFrom");

    private StrategicMerge() {}

    /** @return a new value; neither argument is changed */
    static JsonNode apply(JsonNode base, JsonNode patch) {
        if (!base.isObject() || !patch.isObject() || directive(patch).equals("replace")) {
            return withoutDirectives(patch);
        }
        ObjectNode merged = base.deepCopy();
        patch.properties().forEach(field -> applyField(merged, field.getKey(), field.getValue()));
        return merged;
    }

    private static void applyField(ObjectNode merged, String name, JsonNode value) {
        if (name.equals(DIRECTIVE)) {
            return;
        }
        if (value.isNull() || directive(value).equals("delete")) {
            merged.remove(name);
        } else if (value.isArray()) {
            merged.set(name, list(name, merged.withArray(name), value));
        } else {
            merged.set(name, merged.has(name) ? apply(merged.get(name), value) : withoutDirectives(value));
        }
    }

    private static ArrayNode list(String name, ArrayNode base, JsonNode patch) {
        String key = KEYS.get(name);
        ArrayNode merged = key != null || APPENDED.contains(name) ? base.deepCopy() : base.arrayNode();
        for (JsonNode entry : patch) {
            Optional<Integer> index = key == null ? Optional.empty() : indexOf(merged, key, entry);
            if (directive(entry).equals("delete")) {
                index.ifPresent(merged::remove);
            } else if (index.isPresent()) {
                merged.set(index.get(), apply(merged.get(index.get()), entry));
            } else {
                merged.add(withoutDirectives(entry));
            }
        }
        return merged;
    }

    private static Optional<Integer> indexOf(ArrayNode list, String key, JsonNode entry) {
        for (int i = 0; i < list.size(); i++) {
            if (entry.has(key) && list.get(i).path(key).equals(entry.get(key))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String directive(JsonNode value) {
        return value.path(DIRECTIVE).asText();
    }

    /** What is only in the patch: nulls and directives say something about a base that is not there. */
    private static JsonNode withoutDirectives(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = ((ArrayNode) value).arrayNode();
            value.forEach(entry -> list.add(withoutDirectives(entry)));
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode object = ((ObjectNode) value).objectNode();
        value.properties().stream()
                .filter(field ->
                        !field.getKey().equals(DIRECTIVE) && !field.getValue().isNull())
                .forEach(field -> object.set(field.getKey(), withoutDirectives(field.getValue())));
        return object;
    }
}
