package com.nineminds.temporal.cluster.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;

/** JSON merge patch, RFC 7386. */
public final class MergePatch {
    private MergePatch() {}

    /** Returns a fresh tree; neither argument is changed. */
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode result = target.deepCopy();
        for (var entry : patch.properties()) {
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                result.remove(entry.getKey());
            } else if (value instanceof ObjectNode object) {
                ObjectNode base = result.get(entry.getKey()) instanceof ObjectNode present ? present : Json.object();
                result.set(entry.getKey(), apply(base, object));
            } else {
                result.set(entry.getKey(), value.deepCopy());
            }
        }
        return result;
    }
}
