package com.nineminds.temporal.cluster.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.Optional;
import java.util.Set;

/**
 * Strategic merge patch: like a merge patch, but lists whose schema has a merge key are merged item by item, and the
 * directives {@code $patch}, {@code $retainKeys}, {@code $deleteFromPrimitiveList} and {@code $setElementOrder} are
 * followed.
 */
public final class StrategicMergePatch {
    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final Set<String> DIRECTIVES = Set.of("", "merge", "delete", "replace");
    private static final String DELETE_FROM = "$deleteFromPrimitiveList/";
    private static final String ORDER = "$setElementOrder/";

    private StrategicMergePatch() {}

    /**
     * Returns a fresh tree; the arguments are only read.
     *
     * @throws ApiException 500 when an item of a list lacks its key, or for an unknown directive
     */
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
            if (!patch.has(ORDER + entry.getKey())) {
                order(result, entry.getKey(), entry.getValue(), schema, target);
            }
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
        boolean replaced = Json.objects(patch).stream().anyMatch(StrategicMergePatch::isReplace);
        ArrayNode result = replaced ? Json.array() : target.deepCopy();
        String key = schema.patchMergeKey();
        for (JsonNode item : patch) {
            if (key.isEmpty()) {
                addOnce(result, item);
            } else if (item instanceof ObjectNode object && !isReplace(object)) {
                mergeItem(result, keyed(object, key), key, schema.item());
            }
        }
        return result;
    }

    private static boolean isReplace(ObjectNode item) {
        return Json.text(item, DIRECTIVE).equals("replace");
    }

    private static ObjectNode keyed(ObjectNode item, String key) {
        if (!item.has(key)) {
            throw ApiException.of(
                    500, "", "map: %s does not contain declared merge key: %s".formatted(GoMap.text(item), key));
        }
        String directive = Json.text(item, DIRECTIVE);
        if (!DIRECTIVES.contains(directive)) {
            throw ApiException.of(500, "", "unknown patch type: %s in map: %s".formatted(directive, GoMap.text(item)));
        }
        return item;
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

    /** The order that a patch says, or else that of its own items, holds against that of the live list. */
    private static void order(ObjectNode result, String name, JsonNode order, Schema schema, ObjectNode live) {
        String list = name.startsWith(ORDER) ? name.substring(ORDER.length()) : name;
        Schema items = schema.field(list);
        if (order.isArray() && items.patchStrategy("merge")) {
            ItemOrder itemOrder = new ItemOrder(items.patchMergeKey());
            Json.arrayAt(result, list)
                    .ifPresent(merged -> result.set(list, itemOrder.arrange(merged, order, live.path(list))));
        }
    }

    private static ObjectNode withoutDirectives(ObjectNode patch) {
        ObjectNode copy = patch.deepCopy();
        copy.properties().removeIf(entry -> entry.getKey().startsWith("$"));
        return copy;
    }
}
