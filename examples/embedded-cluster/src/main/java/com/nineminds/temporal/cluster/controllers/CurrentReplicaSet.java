package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.EventRecorder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;

/** Sees to it that a Deployment's pod template has a ReplicaSet and that both carry the revision number. */
final class CurrentReplicaSet {
    private static final int CONFLICT = 409;

    private final KubernetesClient client;
    private final ReplicaSets replicaSets;
    private final EventRecorder events;

    CurrentReplicaSet(KubernetesClient client, ReplicaSets replicaSets, EventRecorder events) {
        this.client = client;
        this.replicaSets = replicaSets;
        this.events = events;
    }

    Revisions ensure(Deployment deployment, Revisions revisions, DeploymentConditions conditions) {
        int revision = RevisionHistory.next(revisions);
        Revisions complete = revisions
                .current()
                .map(set -> found(deployment, revisions, set, conditions))
                .orElseGet(() -> create(deployment, revisions, revision, conditions));
        complete.current().ifPresent(set -> replicaSets.describe(deployment, set, number(set, revision)));
        complete.current().ifPresent(set -> number(deployment, number(set, revision)));
        return complete;
    }

    private static Revisions found(
            Deployment deployment, Revisions revisions, ReplicaSet set, DeploymentConditions conditions) {
        boolean unknown = conditions.get(DeploymentConditions.PROGRESSING).isEmpty();
        if (unknown && deployment.getSpec().getProgressDeadlineSeconds() != null) {
            progressing(
                    conditions,
                    "True",
                    DeploymentProgress.FOUND_REPLICA_SET,
                    "Found new replica set \"" + set.getMetadata().getName() + "\"");
        }
        return revisions;
    }

    private Revisions create(
            Deployment deployment, Revisions revisions, int revision, DeploymentConditions conditions) {
        ReplicaSet draft = ReplicaSetDraft.of(deployment, revisions, revision);
        String name = draft.getMetadata().getName();
        try {
            ReplicaSet created = replicaSets.create(deployment, draft);
            progressing(
                    conditions, "True", DeploymentProgress.NEW_REPLICA_SET, "Created new replica set \"" + name + "\"");
            return revisions.withCurrent(created);
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == CONFLICT) {
                countCollision(deployment);
                throw refused;
            }
            String message = "Failed to create new replica set \"%s\": %s".formatted(name, Refusals.message(refused));
            progressing(conditions, "False", DeploymentProgress.FAILED_CREATE, message);
            events.warning(deployment, DeploymentProgress.FAILED_CREATE, message);
            return revisions;
        }
    }

    /** The next attempt takes another name. */
    private void countCollision(Deployment deployment) {
        int collisions = Revisions.orZero(deployment.getStatus().getCollisionCount());
        client.resource(new DeploymentBuilder(deployment)
                        .editStatus()
                        .withCollisionCount(collisions + 1)
                        .endStatus()
                        .build())
                .updateStatus();
    }

    private void number(Deployment deployment, int revision) {
        String number = String.valueOf(revision);
        if (!number.equals(Annotations.all(deployment).get(Annotations.REVISION))) {
            Deployment patched = client.resource(deployment)
                    .patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            Serialization.asJson(
                                    Map.of("metadata", Map.of("annotations", Map.of(Annotations.REVISION, number)))));
            deployment.setMetadata(patched.getMetadata());
        }
    }

    /** A ReplicaSet that became current again by an undo gets a new number; one that is current keeps its own. */
    private static int number(ReplicaSet set, int next) {
        return Math.max(next, Annotations.number(set, Annotations.REVISION));
    }

    private static void progressing(DeploymentConditions conditions, String status, String reason, String message) {
        conditions.set(DeploymentConditions.PROGRESSING, status, reason, message);
    }
}
