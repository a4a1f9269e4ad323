package com.nineminds.temporal.cluster.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.admission.Admission;
import com.nineminds.temporal.cluster.admission.AdmissionRequest;
import com.nineminds.temporal.cluster.admission.AdmissionRequest.Operation;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.schema.Quantities;
import com.nineminds.temporal.cluster.store.ObjectStore;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Refuses pods beyond the number that a ResourceQuota of their namespace allows. It counts the pods that exist: two that
 * are created at the same moment may both take the last place.
 */
public final class PodQuota implements Admission {
    private static final String PODS = "pods";
    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");

    private final ObjectStore store;

    public PodQuota(ObjectStore store) {
        this.store = store;
    }

    @Override
    public ObjectNode admit(AdmissionRequest request) {
        boolean newPod = request.operation() == Operation.CREATE
                && request.type().storage().equals(PODS)
                && request.subresource().isEmpty();
        if (newPod) {
            String namespace = ObjectMeta.namespace(request.object());
            store.list("resourcequotas", namespace).objects().forEach(quota -> check(request, quota));
        }
        return request.object();
    }

    private void check(AdmissionRequest request, ObjectNode quota) {
        JsonNode hard = Json.at(quota, "spec", "hard", PODS);
        long used = used(ObjectMeta.namespace(quota));
        boolean exceeded = Quantities.parse(hard.asText())
                .filter(most -> BigDecimal.valueOf(used).compareTo(most) >= 0)
                .isPresent();
        if (exceeded) {
            throw ApiException.forbidden(
                    request.type().subject(ObjectMeta.name(request.object())),
                    "exceeded quota: %s, requested: pods=1, used: pods=%d, limited: pods=%s"
                            .formatted(ObjectMeta.name(quota), used, hard.asText()));
        }
    }

    private long used(String namespace) {
        return store.list(PODS, namespace).objects().stream()
                .filter(pod -> !FINISHED.contains(Json.text(pod, "status", "phase")))
                .count();
    }
}
