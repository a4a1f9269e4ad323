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

    /** The proposed object with everything restored that this request cannot change. Changes {@code proposed}. */
    static ObjectNode of(Target target, ObjectNode current, ObjectNode proposed) {
        ObjectNode next = proposed;
        if (target.subresource().equals("status")) {
            next = target.type().custom() ? customStatus(current, proposed) : status(current, proposed);
        } else if (target.type().has("status") && target.subresource().isEmpty()) {
            restore(next, "status", current.get("status"));
        }
        ObjectNode metadata = ObjectMeta.metadata(next);
        SERVER_FIELDS.forEach(
                name -> restore(metadata, name, Json.at(current, "metadata").get(name)));
        return next;
    }

    /** Of a custom resource only the status can change, and who owns it. */
    private static ObjectNode customStatus(ObjectNode current, ObjectNode proposed) {
        ObjectNode next = current.deepCopy();
        restore(next, "status", proposed.get("status"));
        restore(
                ObjectMeta.metadata(next),
                "managedFields",
                Json.at(proposed, "metadata").get("managedFields"));
        return next;
    }

    /** Of Kubernetes' own kinds annotations and finalizers can change with the status. */
    private static ObjectNode status(ObjectNode current, ObjectNode proposed) {
        restore(proposed, "spec", current.get("spec"));
        restore(
                ObjectMeta.metadata(proposed),
                "labels",
                Json.at(current, "metadata").get("labels"));
        return proposed;
    }

    private static void restore(ObjectNode object, String name, @Nullable JsonNode value) {
        if (value == null) {
            object.remove(name);
        } else {
            object.set(name, value.deepCopy());
        }
    }
}
