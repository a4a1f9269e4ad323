package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a Deployment's status says about its ReplicaSets. */
final class DeploymentStatuses {
    private DeploymentStatuses() {}

    /** The next status; {@code conditions} is brought up to date as well. */
    static DeploymentStatus next(
            Deployment deployment, Revisions revisions, DeploymentConditions conditions, Instant now) {
        DeploymentStatus status = counts(deployment, revisions);
        setAvailable(deployment, status, conditions);
        if (!Boolean.TRUE.equals(deployment.getSpec().getPaused())) {
            DeploymentProgress.assess(deployment, revisions, status, conditions, now);
        }
        setReplicaFailure(revisions, conditions);
        status.setConditions(conditions.all());
        return status;
    }

    private static DeploymentStatus counts(Deployment deployment, Revisions revisions) {
        int available = revisions.sum(Revisions::available);
        List<ReplicaSet> current = revisions.current().stream().toList();
        return new DeploymentStatusBuilder()
                .withObservedGeneration(deployment.getMetadata().getGeneration())
                .withReplicas(orNull(revisions.sum(Revisions::existing)))
                .withUpdatedReplicas(
                        orNull(current.stream().mapToInt(Revisions::existing).sum()))
                .withReadyReplicas(orNull(revisions.sum(Revisions::ready)))
                .withAvailableReplicas(orNull(available))
                .withUnavailableReplicas(orNull(Math.max(0, revisions.sum(Revisions::replicas) - available)))
                .withCollisionCount(
                        deployment.getStatus() == null
                                ? null
                                : deployment.getStatus().getCollisionCount())
                .build();
    }

    private static void setAvailable(Deployment deployment, DeploymentStatus status, DeploymentConditions conditions) {
        int minimum = RollingUpdate.desired(deployment) - RollingUpdate.maxUnavailable(deployment);
        if (Revisions.orZero(status.getAvailableReplicas()) >= minimum) {
            conditions.set(
                    DeploymentConditions.AVAILABLE,
                    "True",
                    "MinimumReplicasAvailable",
                    "Deployment has minimum availability.");
        } else {
            conditions.set(
                    DeploymentConditions.AVAILABLE,
                    "False",
                    "MinimumReplicasUnavailable",
                    "Deployment does not have minimum availability.");
        }
    }

    private static void setReplicaFailure(Revisions revisions, DeploymentConditions conditions) {
        Optional<ReplicaSetCondition> failure = Stream.concat(revisions.current().stream(), revisions.old().stream())
                .filter(set -> set.getStatus() != null)
                .flatMap(set -> set.getStatus().getConditions().stream())
                .filter(condition -> condition.getType().equals(DeploymentConditions.REPLICA_FAILURE))
                .findFirst();
        if (failure.isPresent()) {
            ReplicaSetCondition found = failure.get();
            conditions.set(
                    DeploymentConditions.REPLICA_FAILURE, found.getStatus(), found.getReason(), found.getMessage());
        } else {
            conditions.remove(DeploymentConditions.REPLICA_FAILURE);
        }
    }

    /** The API leaves zero counts out. */
    @org.jspecify.annotations.Nullable
    private static Integer orNull(int count) {
        return count == 0 ? null : count;
    }
}
