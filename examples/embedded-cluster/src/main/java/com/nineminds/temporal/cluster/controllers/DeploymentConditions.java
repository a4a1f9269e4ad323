package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.KubeTime;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentConditionBuilder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of one Deployment while its next status is put together. */
final class DeploymentConditions {
    static final String AVAILABLE = "Available";
    static final String PROGRESSING = "Progressing";
    static final String REPLICA_FAILURE = "ReplicaFailure";

    private final Map<String, DeploymentCondition> byType = new LinkedHashMap<>();
    private final String now;

    DeploymentConditions(Deployment deployment, Instant now) {
        this.now = KubeTime.format(now);
        if (deployment.getStatus() != null) {
            deployment.getStatus().getConditions().forEach(condition -> byType.put(condition.getType(), condition));
        }
    }

    Optional<DeploymentCondition> get(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    boolean hasReason(String type, String reason) {
        return get(type)
                .filter(condition -> reason.equals(condition.getReason()))
                .isPresent();
    }

    /** Keeps the condition as it is when status and reason are the same already. */
    void set(String type, String status, String reason, String message) {
        boolean same = get(type)
                .filter(condition -> condition.getStatus().equals(status) && reason.equals(condition.getReason()))
                .isPresent();
        if (!same) {
            renew(type, status, reason, message);
        }
    }

    /** Sets the condition as of now; the time of the last transition stays while the status does. */
    void renew(String type, String status, String reason, String message) {
        String since = get(type)
                .filter(condition -> condition.getStatus().equals(status))
                .map(DeploymentCondition::getLastTransitionTime)
                .orElse(now);
        byType.put(
                type,
                new DeploymentConditionBuilder()
                        .withType(type)
                        .withStatus(status)
                        .withReason(reason)
                        .withMessage(message)
                        .withLastUpdateTime(now)
                        .withLastTransitionTime(since)
                        .build());
    }

    void remove(String type) {
        byType.remove(type);
    }

    List<DeploymentCondition> all() {
        return List.copyOf(byType.values());
    }
}
