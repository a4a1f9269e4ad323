package com.nineminds.temporal.cluster.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which order the items of a merged list stand: those of the patch in the patch's order, and each other one before the first
 * of them that it precedes in the live list.
 *
 * @param key by which items are told apart, empty for a list of plain values
 */
record ItemOrder(String key) {
    ArrayNode arrange(ArrayNode merged, JsonNode patchOrder, JsonNode liveOrder) {
        List<JsonNode> patched = identities(patchOrder);
        List<JsonNode> live = identities(liveOrder);
        List<JsonNode> left = new ArrayList<>();
        List<JsonNode> right = new ArrayList<>();
        merged.forEach(item -> (patched.contains(identity(item)) ? right : left).add(item));
        right.sort(Comparator.comparingInt(item -> patched.indexOf(identity(item))));
        ArrayNode result = Json.array();
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            boolean takeLeft = r >= right.size() || (l < left.size() && precedes(left.get(l), right.get(r), live));
            result.add(takeLeft ? left.get(l++) : right.get(r++));
        }
        return result;
    }

    private boolean precedes(JsonNode one, JsonNode other, List<JsonNode> live) {
        int first = live.indexOf(identity(one));
        int second = live.indexOf(identity(other));
        return first >= 0 && second >= 0 && first < second;
    }

    private List<JsonNode> identities(JsonNode items) {
        List<JsonNode> identities = new ArrayList<>();
        items.forEach(item -> identities.add(identity(item)));
        return identities;
    }

    private JsonNode identity(JsonNode item) {
        return key.isEmpty() ? item : item.path(key);
    }
}
