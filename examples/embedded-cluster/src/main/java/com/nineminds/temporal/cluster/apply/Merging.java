package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays an applied configuration over a live object. Fresh trees are returned, the arguments only read. */
final class Merging {
    private Merging() {}

    static ObjectNode merge(ObjectNode live, ObjectNode applied, Schema schema) {
        ObjectNode result = live.deepCopy();
        for (var entry : applied.properties()) {
            String name = entry.getKey();
            result.set(name, value(live.path(name), entry.getValue(), schema.field(name)));
        }
        return result;
    }

    private static JsonNode value(JsonNode live, JsonNode applied, Schema schema) {
        Relation relation = Relation.of(applied, schema);
        if (relation == Relation.OBJECT && live instanceof ObjectNode before && applied instanceof ObjectNode after) {
            return merge(before, after, schema);
        }
        if (relation == Relation.LIST && live.isArray()) {
            return new ListMerge(live, applied, schema).merge();
        }
        return applied.deepCopy();
    }

    /**
     * Merges two lists whose items can be told apart. Applied items keep their order; live ones that were not applied
     * stay where they are among those that both lists share.
     */
    private static final class ListMerge {
        private final Schema schema;
        private final List<String> liveOrder = new ArrayList<>();
        private final List<String> appliedOrder = new ArrayList<>();
        private final Map<String, JsonNode> live = new LinkedHashMap<>();
        private final Map<String, JsonNode> applied = new LinkedHashMap<>();
        private final Deque<String> shared = new ArrayDeque<>();
        private final Set<String> done = new HashSet<>();
        private final ArrayNode result = Json.array();

        ListMerge(JsonNode liveList, JsonNode appliedList, Schema schema) {
            this.schema = schema;
            index(liveList, live, liveOrder);
            index(appliedList, applied, appliedOrder);
            appliedOrder.stream().filter(live::containsKey).forEach(shared::add);
        }

        private void index(JsonNode list, Map<String, JsonNode> items, List<String> order) {
            for (JsonNode item : list) {
                String element = PathElement.item(schema, item);
                if (items.putIfAbsent(element, item) == null) {
                    order.add(element);
                }
            }
        }

        ArrayNode merge() {
            int l = 0;
            int a = 0;
            while (l < liveOrder.size() || a < appliedOrder.size()) {
                String atLive = l < liveOrder.size() ? liveOrder.get(l) : "";
                if (!atLive.isEmpty() && !applied.containsKey(atLive)) {
                    result.add(item(live, atLive).deepCopy());
                    l++;
                } else if (!atLive.isEmpty() && (done.contains(atLive) || !atLive.equals(shared.peekFirst()))) {
                    l++;
                } else {
                    take(appliedOrder.get(a++));
                }
            }
            return result;
        }

        private static JsonNode item(Map<String, JsonNode> items, String element) {
            return items.getOrDefault(element, MissingNode.getInstance());
        }

        private void take(String element) {
            JsonNode after = item(applied, element);
            result.add(live.containsKey(element) ? value(item(live, element), after, schema.item()) : after.deepCopy());
            done.add(element);
            if (element.equals(shared.peekFirst())) {
                shared.removeFirst();
            }
        }
    }
}
