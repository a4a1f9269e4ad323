package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.Locale;

/** Establishes a CustomResourceDefinition at once; a real API server takes a moment. */
final class DefinitionStatus {
    private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private DefinitionStatus() {}

    static void accept(ObjectNode definition) {
        if (!ObjectMeta.deleting(definition)
                && !ObjectMeta.finalizers(definition).contains(CLEANUP)) {
            ObjectMeta.metadata(definition).withArray("finalizers").add(CLEANUP);
        }
        ObjectNode spec = Json.child(definition, "spec");
        ObjectNode names = Json.child(spec, "names");
        String kind = Json.text(names, "kind");
        Absent.put(names, "singular", kind.toLowerCase(Locale.ROOT));
        Absent.put(names, "listKind", kind + "List");
        Absent.put(Json.child(spec, "conversion"), "strategy", "None");
        ObjectNode status = Json.child(definition, "status");
        status.set("acceptedNames", names.deepCopy());
        if (status.path("storedVersions").isEmpty()) {
            ArrayNode stored = status.putArray("storedVersions");
            Json.objects(spec, "versions").stream()
                    .filter(version -> version.path("storage").asBoolean())
                    .forEach(version -> stored.add(Json.text(version, "name")));
        }
        if (status.path("conditions").isEmpty()) {
            String now = Json.text(ObjectMeta.metadata(definition), "creationTimestamp");
            ArrayNode conditions = status.putArray("conditions");
            condition(conditions, now, "NamesAccepted", "NoConflicts").put("message", "no conflicts found");
            condition(conditions, now, "Established", "InitialNamesAccepted")
                    .put("message", "the initial names have been accepted");
        }
    }

    static void terminate(ObjectNode definition) {
        ArrayNode conditions = Json.child(definition, "status").withArray("conditions");
        boolean known = Json.objects(conditions).stream()
                .anyMatch(condition -> Json.text(condition, "type").equals("Terminating"));
        if (!known) {
            String now = Json.text(ObjectMeta.metadata(definition), "deletionTimestamp");
            condition(conditions, now, "Terminating", "InstanceDeletionPending")
                    .put(
                            "message",
                            "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon");
        }
    }

    private static ObjectNode condition(ArrayNode conditions, String now, String type, String reason) {
        return conditions
                .addObject()
                .put("type", type)
                .put("status", "True")
                .put("reason", reason)
                .put("lastTransitionTime", now);
    }
}
