package com.nineminds.temporal.cluster.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.ListKind;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the item of a list as it was before an update. Only lists of the kind map let their items be told apart. */
final class Correlation {
    private final Schema schema;
    private final Map<JsonNode, JsonNode> before;

    private Correlation(Schema schema, Map<JsonNode, JsonNode> before) {
        this.schema = schema;
        this.before = before;
    }

    static Correlation of(Schema list, @Nullable JsonNode old) {
        Map<JsonNode, JsonNode> before = new HashMap<>();
        if (old != null && list.listKind() == ListKind.MAP) {
            old.forEach(item -> before.put(key(list, item), item));
        }
        return new Correlation(list, before);
    }

    /** The item before the update, null when there was none. */
    @Nullable
    JsonNode find(JsonNode item) {
        return schema.listKind() == ListKind.MAP ? before.get(key(schema, item)) : null;
    }

    /** What tells an item apart: its key fields, or the item itself in a set. */
    static JsonNode key(Schema list, JsonNode item) {
        if (list.listKind() != ListKind.MAP) {
            return item;
        }
        ObjectNode key = Json.object();
        for (String name : list.listKeys()) {
            JsonNode value = item.path(name);
            if (!value.isMissingNode()) {
                key.set(name, value);
            }
        }
        return key;
    }
}
