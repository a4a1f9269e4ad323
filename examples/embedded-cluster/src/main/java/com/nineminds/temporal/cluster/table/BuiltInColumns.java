package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;

/** The columns of Kubernetes' own kinds. */
final class BuiltInColumns {
    private static final List<Column> NAME_AND_AGE = List.of(Column.NAME, Column.AGE);

    /** A number that calls itself a string, as in Kubernetes. */
    private static final Column ENTRIES =
            new Column("Data", "string", "", "", 0, (files, now) -> IntNode.valueOf(entries(files)));

    private BuiltInColumns() {}

    static List<Column> of(String storage) {
        return switch (storage) {
            case "pods" -> PodColumns.ALL;
            case "deployments.apps" -> WorkloadColumns.DEPLOYMENT;
            case "replicasets.apps" -> WorkloadColumns.REPLICA_SET;
            case "controllerrevisions.apps" -> WorkloadColumns.REVISION;
            case "horizontalpodautoscalers.autoscaling" -> AutoscalerColumns.ALL;
            case "poddisruptionbudgets.policy" -> WorkloadColumns.BUDGET;
            case "services" -> NetworkColumns.SERVICE;
            case "endpoints" -> NetworkColumns.ENDPOINTS;
            case "networkpolicies.networking.k8s.io" -> NetworkColumns.POLICY;
            case "events" -> EventColumns.ALL;
            case "nodes" -> NodeColumns.ALL;
            case "namespaces" ->
                List.of(
                        Column.NAME,
                        Column.text("Status", namespace -> Json.text(namespace, "status", "phase")),
                        Column.AGE);
            case "configmaps" -> List.of(Column.NAME, ENTRIES, Column.AGE);
            case "secrets" ->
                List.of(Column.NAME, Column.text("Type", secret -> Json.text(secret, "type")), ENTRIES, Column.AGE);
            case "leases.coordination.k8s.io" ->
                List.of(
                        Column.NAME,
                        Column.text("Holder", lease -> Json.text(lease, "spec", "holderIdentity")),
                        Column.AGE);
            case "customresourcedefinitions.apiextensions.k8s.io" ->
                List.of(Column.NAME, Column.text("Created At", crd -> Json.text(crd, "metadata", "creationTimestamp")));
            default -> NAME_AND_AGE;
        };
    }

    private static int entries(ObjectNode files) {
        return files.path("data").size() + files.path("binaryData").size();
    }
}
