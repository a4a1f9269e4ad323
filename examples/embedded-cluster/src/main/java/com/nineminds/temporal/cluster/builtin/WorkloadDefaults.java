package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;

/** Defaults of Deployments and ReplicaSets. */
final class WorkloadDefaults {
    private static final int REVISION_HISTORY = 10;
    private static final int PROGRESS_DEADLINE_SECONDS = 600;

    private WorkloadDefaults() {}

    static void deployment(ObjectNode deployment) {
        ObjectNode spec = Json.child(deployment, "spec");
        replicaSet(deployment);
        ObjectNode strategy = Json.child(spec, "strategy");
        Absent.put(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rollingUpdate = Json.child(strategy, "rollingUpdate");
            Absent.put(rollingUpdate, "maxUnavailable", "25%");
            Absent.put(rollingUpdate, "maxSurge", "25%");
        }
        Absent.put(spec, "revisionHistoryLimit", REVISION_HISTORY);
        Absent.put(spec, "progressDeadlineSeconds", PROGRESS_DEADLINE_SECONDS);
    }

    static void replicaSet(ObjectNode workload) {
        ObjectNode spec = Json.child(workload, "spec");
        Absent.put(spec, "replicas", 1);
        PodDefaults.spec(Json.child(Json.child(spec, "template"), "spec"));
    }
}
