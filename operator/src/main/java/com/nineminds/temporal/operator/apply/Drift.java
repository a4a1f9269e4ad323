package com.nineminds.temporal.operator.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an object still holds everything that was applied. Fields of other owners do not matter. Compared on our side, because a
 * server-side apply that changes nothing still costs a write.
 */
final class Drift {
    private static final List<String> KEYS = List.of("name", "containerPort", "port", "mountPath", "topologyKey");

    private Drift() {}

    static boolean covers(JsonNode actual, JsonNode desired) {
        if (desired.isObject()) {
            return coversObject(actual, desired);
        }
        if (desired.isArray()) {
            return coversList(actual, desired);
        }
        return desired.isNumber() && actual.isNumber()
                ? desired.decimalValue().compareTo(actual.decimalValue()) == 0
                : desired.equals(actual);
    }

    private static boolean coversObject(JsonNode actual, JsonNode desired) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = desired.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!covers(actual.path(field.getKey()), field.getValue())) {
                return false;
            }
        }
        return actual.isObject();
    }

    /** Lists whose items have a key are maps, in which others may have items of their own; all other lists are owned whole. */
    private static boolean coversList(JsonNode actual, JsonNode desired) {
        if (!actual.isArray()) {
            return false;
        }
        String key = keyOf(desired);
        if (key.isEmpty()) {
            return actual.size() == desired.size() && coversInOrder(actual, desired);
        }
        for (JsonNode item : desired) {
            if (!covers(find(actual, key, item.path(key)), item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean coversInOrder(JsonNode actual, JsonNode desired) {
        for (int i = 0; i < desired.size(); i++) {
            if (!covers(actual.get(i), desired.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String keyOf(JsonNode list) {
        return KEYS.stream().filter(key -> isKey(key, list)).findFirst().orElse("");
    }

    private static boolean isKey(String key, JsonNode list) {
        Set<JsonNode> values = new HashSet<>();
        for (JsonNode item : list) {
            if (!item.has(key) || !values.add(item.path(key))) {
                return false;
            }
        }
        return !values.isEmpty();
    }

    private static JsonNode find(JsonNode list, String key, JsonNode value) {
        for (JsonNode item : list) {
            if (item.path(key).equals(value)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }
}
