package com.nineminds.temporal.cluster.gc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a namespace that is being deleted waits for: counts what is left in it, and writes its conditions. */
final class NamespaceConditions {
    private final SortedMap<String, Integer> resources = new TreeMap<>();
    private final SortedMap<String, Integer> finalizers = new TreeMap<>();

    void left(String storage, ObjectNode content) {
        String resource = storage.contains(".") ? storage : storage + ".";
        resources.merge(resource, 1, Integer::sum);
        ObjectMeta.finalizers(content).forEach(finalizer -> finalizers.merge(finalizer, 1, Integer::sum));
    }

    boolean nothingLeft() {
        return resources.isEmpty();
    }

    /** Changes the status of the namespace given. Conditions began when the namespace was deleted, for all that is known. */
    ObjectNode writeTo(ObjectNode namespace) {
        ArrayNode conditions = Json.array();
        String since = Json.text(namespace, "metadata", "deletionTimestamp");
        add(conditions, "NamespaceDeletionDiscoveryFailure", "False", "ResourcesDiscovered", since)
                .put("message", "All resources successfully discovered");
        add(conditions, "NamespaceDeletionGroupVersionParsingFailure", "False", "ParsedGroupVersions", since)
                .put("message", "All legacy kube types successfully parsed");
        add(conditions, "NamespaceDeletionContentFailure", "False", "ContentDeleted", since)
                .put("message", "All content successfully deleted, may be waiting on finalization");
        add(conditions, "NamespaceContentRemaining", "True", "SomeResourcesRemain", since)
                .put("message", "Some resources are remaining: " + listed(resources, " has "));
        boolean finalized = finalizers.isEmpty();
        add(
                        conditions,
                        "NamespaceFinalizersRemaining",
                        finalized ? "False" : "True",
                        finalized ? "ContentHasNoFinalizers" : "SomeFinalizersRemain",
                        since)
                .put(
                        "message",
                        finalized
                                ? "All content-preserving finalizers finished"
                                : "Some content in the namespace has finalizers remaining: "
                                        + listed(finalizers, " in "));
        Json.child(namespace, "status").set("conditions", conditions);
        return namespace;
    }

    private static ObjectNode add(ArrayNode conditions, String type, String status, String reason, String since) {
        return conditions
                .addObject()
                .put("type", type)
                .put("status", status)
                .put("lastTransitionTime", since)
                .put("reason", reason);
    }

    private static String listed(Map<String, Integer> counts, String between) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + between + entry.getValue() + " resource instances")
                .collect(Collectors.joining(", "));
    }
}
