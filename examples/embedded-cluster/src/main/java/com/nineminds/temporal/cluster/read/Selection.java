package com.nineminds.temporal.cluster.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.select.FieldSelector;
import com.nineminds.temporal.cluster.select.LabelSelector;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which objects of a resource are meant.
 *
 * @param namespace empty for all
 * @param everything no selector narrows it down
 */
public record Selection(ResourceType type, String namespace, Predicate<ObjectNode> predicate, boolean everything) {
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "pods",
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "spec.hostNetwork",
                    "status.phase",
                    "status.podIP"),
            "namespaces",
            Set.of("status.phase"),
            "nodes",
            Set.of("spec.unschedulable"),
            "secrets",
            Set.of("type"),
            "services",
            Set.of("spec.clusterIP", "spec.type"),
            "replicasets.apps",
            Set.of("status.replicas"),
            "events",
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "reportingComponent",
                    "source",
                    "type"));

    /** Reads the selectors of a request. */
    public static Selection of(ResourceType type, String namespace, String labelSelector, String fieldSelector) {
        var labels = LabelSelector.parse(labelSelector);
        var fields = FieldSelector.parse(fieldSelector, fields(type));
        String scope = type.namespaced() ? namespace : "";
        Predicate<ObjectNode> predicate =
                object -> labels.test(Json.at(object, "metadata", "labels")) && fields.test(object);
        if (!scope.isEmpty()) {
            predicate = predicate.and(
                    object -> Json.text(object, "metadata", "namespace").equals(scope));
        }
        return new Selection(type, scope, predicate, labelSelector.isBlank() && fieldSelector.isBlank());
    }

    private static Set<String> fields(ResourceType type) {
        Set<String> fields = new HashSet<>(FIELDS.getOrDefault(type.storage(), Set.of()));
        fields.add("metadata.name");
        if (type.namespaced()) {
            fields.add("metadata.namespace");
        }
        Json.objects(type.declaration(), "selectableFields")
                .forEach(field -> fields.add(Json.text(field, "jsonPath").replaceFirst("^\\.", "")));
        return fields;
    }
}
