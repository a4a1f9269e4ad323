package com.nineminds.temporal.cluster.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Strategic merge patch: like a merge patch, but lists whose schema has a merge key are merged item by item, and the
 * directives {@code $patch}, {@code $retainKeys}, {@code $deleteFromPrimitiveList} and {@code $setElementOrder} are
 * followed.
 */
public final class StrategicMergePatch {
    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String DELETE_FROM = "$deleteFromPrimitiveList/";
    private static final String ORDER = "$setElementOrder/";

    private StrategicMergePatch() {}

    /** Returns a fresh tree; the arguments are only read. */
    public static ObjectNode apply(ObjectNode target, ObjectNode patch, Schema schema) {
        if (Json.text(patch, DIRECTIVE).equals("replace")) {
            return withoutDirectives(patch);
        }
        ObjectNode result = target.deepCopy();
        retain(result, patch);
        for (var entry : patch.properties()) {
            field(result, entry.getKey(), entry.getValue(), schema);
        }
        for (var entry : patch.properties()) {
            order(result, entry.getKey(), entry.getValue(), schema);
        }
        return result;
    }

    private static void field(ObjectNode result, String name, JsonNode value, Schema schema) {
        if (name.startsWith(DELETE_FROM)) {
            deleteFrom(result, name.substring(DELETE_FROM.length()), value);
        } else if (name.startsWith("$")) {
            return;
        } else if (value.isNull()) {
            result.remove(name);
        } else if (value instanceof ObjectNode object) {
            object(result, name, object, schema.field(name));
        } else if (value instanceof ArrayNode array) {
            result.set(name, list(Json.arrayAt(result, name).orElseGet(Json::array), array, schema.field(name)));
        } else {
            result.set(name, value);
        }
    }

    private static void object(ObjectNode result, String name, ObjectNode patch, Schema schema) {
        if (Json.text(patch, DIRECTIVE).equals("delete")) {
            result.remove(name);
            return;
        }
        ObjectNode base = Json.objectAt(result, name).orElseGet(Json::object);
        result.set(name, apply(base, patch, schema));
    }

    private static ArrayNode list(ArrayNode target, ArrayNode patch, Schema schema) {
        if (!schema.patchStrategy("merge")) {
            return patch.deepCopy();
        }
        boolean replaced = Json.objects(patch).stream()
                .anyMatch(item -> item.size() == 1 && Json.text(item, DIRECTIVE).equals("replace"));
        ArrayNode result = replaced ? Json.array() : target.deepCopy();
        String key = schema.patchMergeKey();
        for (JsonNode item : patch) {
            if (key.isEmpty()) {
                addOnce(result, item);
            } else if (item instanceof ObjectNode object && object.has(key)) {
                mergeItem(result, object, key, schema.item());
            }
        }
        return result;
    }

    private static void addOnce(ArrayNode result, JsonNode item) {
        if (Json.items(result).noneMatch(item::equals)) {
            result.add(item);
        }
    }

    private static void mergeItem(ArrayNode result, ObjectNode item, String key, Schema schema) {
        Optional<Integer> index = indexOf(result, key, item.path(key));
        if (Json.text(item, DIRECTIVE).equals("delete")) {
            index.ifPresent(result::remove);
        } else if (index.isPresent() && result.get(index.get()) instanceof ObjectNode present) {
            result.set(index.get(), apply(present, item, schema));
        } else {
            result.add(apply(Json.object(), item, schema));
        }
    }

    private static Optional<Integer> indexOf(ArrayNode items, String key, JsonNode value) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).path(key).equals(value)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static void deleteFrom(ObjectNode result, String name, JsonNode doomed) {
        Json.arrayAt(result, name).ifPresent(present -> {
            ArrayNode left = Json.array();
            Json.items(present)
                    .filter(item -> Json.items(doomed).noneMatch(item::equals))
                    .forEach(left::add);
            result.set(name, left);
        });
    }

    private static void retain(ObjectNode result, ObjectNode patch) {
        if (patch.has(RETAIN)) {
            result.retain(Json.texts(patch, RETAIN));
        }
    }

    /** Items named in the order come in that order; the others keep their place behind the item they followed. */
    private static void order(ObjectNode result, String name, JsonNode order, Schema schema) {
        if (!name.startsWith(ORDER)) {
            return;
        }
        String list = name.substring(ORDER.length());
        String key = schema.field(list).patchMergeKey();
        Json.arrayAt(result, list).ifPresent(present -> {
            List<JsonNode> wanted = new ArrayList<>();
            order.forEach(item -> wanted.add(key.isEmpty() ? item : item.path(key)));
            result.set(list, ordered(present, wanted, key));
        });
    }

    private static ArrayNode ordered(ArrayNode present, List<JsonNode> wanted, String key) {
        List<JsonNode> named = new ArrayList<>();
        present.forEach(item -> {
            if (wanted.contains(key.isEmpty() ? item : item.path(key))) {
                named.add(item);
            }
        });
        named.sort(Comparator.comparingInt(item -> wanted.indexOf(key.isEmpty() ? item : item.path(key))));
        ArrayNode result = Json.array();
        var next = named.iterator();
        for (JsonNode item : present) {
            boolean ranked = wanted.contains(key.isEmpty() ? item : item.path(key));
            result.add(ranked ? next.next() : item);
        }
        return result;
    }

    private static ObjectNode withoutDirectives(ObjectNode patch) {
        ObjectNode copy = patch.deepCopy();
        copy.properties().removeIf(entry -> entry.getKey().startsWith("$"));
        return copy;
    }
}
