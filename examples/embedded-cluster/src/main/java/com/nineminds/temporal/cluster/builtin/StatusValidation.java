package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Cause;
import java.util.ArrayList;
import java.util.List;

/** Checks the status of Deployments: counts that cannot be. */
final class StatusValidation {
    private static final List<String> COUNTS = List.of(
            "observedGeneration",
            "replicas",
            "updatedReplicas",
            "readyReplicas",
            "availableReplicas",
            "unavailableReplicas");
    private static final String REPLICAS = "cannot be greater than status.replicas";

    private final JsonNode status;
    private final List<Cause> causes = new ArrayList<>();

    private StatusValidation(JsonNode status) {
        this.status = status;
    }

    static List<Cause> validate(String storage, ObjectNode object) {
        if (!storage.equals("deployments.apps")) {
            return List.of();
        }
        StatusValidation validation = new StatusValidation(object.path("status"));
        COUNTS.forEach(count ->
                KindValidation.nonNegative(validation.status.path(count), "status." + count, validation.causes));
        validation.atMost("updatedReplicas", "replicas", REPLICAS);
        validation.atMost("readyReplicas", "replicas", REPLICAS);
        validation.atMost("availableReplicas", "replicas", REPLICAS);
        validation.atMost("availableReplicas", "readyReplicas", "cannot be greater than readyReplicas");
        return validation.causes;
    }

    private void atMost(String count, String bound, String message) {
        if (status.path(count).asLong() > status.path(bound).asLong()) {
            causes.add(Cause.invalid("status." + count, status.path(count), message));
        }
    }
}
