package com.nineminds.temporal.operator.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import io.fabric8.kubernetes.client.utils.Serialization;

/** How other programs read a custom resource: the published rules of kstatus (cli-utils, pkg/kstatus/status) and of kubectl wait. */
final class Judges {
    enum Kstatus {
        Current,
        InProgress,
        Failed,
        Terminating
    }

    private Judges() {}

    static ObjectNode object(long generation, TemporalWorkerStatus status) {
        ObjectNode object = Serialization.jsonMapper().createObjectNode();
        object.putObject("metadata").put("generation", generation);
        object.set("status", Serialization.jsonMapper().valueToTree(status));
        return object;
    }

    static Kstatus kstatus(long generation, TemporalWorkerStatus status) {
        return kstatus(object(generation, status));
    }

    /** Deletion, then the generation, then the first true one of Reconciling and Stalled in list order, then Ready. */
    static Kstatus kstatus(JsonNode object) {
        if (object.at("/metadata").hasNonNull("deletionTimestamp")) {
            return Kstatus.Terminating;
        }
        JsonNode observed = object.at("/status/observedGeneration");
        if (!observed.isMissingNode()) {
            if (!observed.isIntegralNumber()) {
                throw new IllegalArgumentException("observedGeneration is not an integer: " + observed);
            }
            if (observed.longValue() != object.at("/metadata/generation").longValue()) {
                return Kstatus.InProgress;
            }
        }
        for (JsonNode condition : object.at("/status/conditions")) {
            boolean isTrue = condition.path("status").asText().equals("True");
            if (isTrue && condition.path("type").asText().equals("Reconciling")) {
                return Kstatus.InProgress;
            }
            if (isTrue && condition.path("type").asText().equals("Stalled")) {
                return Kstatus.Failed;
            }
        }
        for (JsonNode condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True") ? Kstatus.Current : Kstatus.InProgress;
            }
        }
        return Kstatus.Current;
    }

    /** {@code kubectl wait --for=condition=<type>=<status>}: a condition that speaks of an older generation counts as not met. */
    static boolean kubectlWait(JsonNode object, String type, String status) {
        for (JsonNode condition : object.at("/status/conditions")) {
            if (!condition.path("type").asText().equalsIgnoreCase(type)) {
                continue;
            }
            JsonNode own = condition.path("observedGeneration");
            JsonNode observed = own.isMissingNode() ? object.at("/status/observedGeneration") : own;
            boolean old = observed.isIntegralNumber()
                    && observed.longValue() < object.at("/metadata/generation").longValue();
            return !old && condition.path("status").asText().equalsIgnoreCase(status);
        }
        return false;
    }
}
