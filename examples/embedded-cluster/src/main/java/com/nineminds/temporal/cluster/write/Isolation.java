package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which parts of an object a write through the object or through its status subresource can change. */
final class Isolation {
    private static final List<String> SERVER_FIELDS = List.of(
            "name",
            "namespace",
            "uid",
            "resourceVersion",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "generation");

    private Isolation() {}

    /** The proposed object with everything restored that this request cannot change. */
    static ObjectNode of(Target target, ObjectNode current, ObjectNode proposed) {
        ObjectNode next = proposed;
        if (target.subresource().equals("status")) {
            next = current.deepCopy();
            restore(next, "status", proposed.get("status"));
            JsonNode managed = Json.at(proposed, "metadata", "managedFields");
            restore(ObjectMeta.metadata(next), "managedFields", managed.isMissingNode() ? null : managed);
        } else if (target.type().has("status")) {
            restore(next, "status", current.get("status"));
        }
        ObjectNode metadata = ObjectMeta.metadata(next);
        SERVER_FIELDS.forEach(
                name -> restore(metadata, name, Json.at(current, "metadata").get(name)));
        return next;
    }

    private static void restore(ObjectNode object, String name, @Nullable JsonNode value) {
        if (value == null) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
    }
}
