package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.KubeTime;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a rollout is complete, moves on or is stuck: the condition {@code Progressing}. */
final class DeploymentProgress {
    static final String NEW_REPLICA_SET = "NewReplicaSetCreated";
    static final String FOUND_REPLICA_SET = "FoundNewReplicaSet";
    static final String FAILED_CREATE = "ReplicaSetCreateError";
    static final String PAUSED = "DeploymentPaused";
    static final String RESUMED = "DeploymentResumed";

    private static final String UPDATED = "ReplicaSetUpdated";
    private static final String AVAILABLE = "NewReplicaSetAvailable";
    private static final String TIMED_OUT = "ProgressDeadlineExceeded";
    private static final int NO_DEADLINE = Integer.MAX_VALUE;

    private DeploymentProgress() {}

    static void assess(
            Deployment deployment,
            Revisions revisions,
            DeploymentStatus next,
            DeploymentConditions conditions,
            Instant now) {
        if (deadline(deployment).isEmpty()) {
            conditions.remove(DeploymentConditions.PROGRESSING);
            return;
        }
        boolean settled = conditions.hasReason(DeploymentConditions.PROGRESSING, AVAILABLE)
                && Revisions.orZero(next.getReplicas()) == Revisions.orZero(next.getUpdatedReplicas());
        if (settled) {
            return;
        }
        String subject = revisions
                .current()
                .map(DeploymentProgress::subject)
                .orElse("Deployment \"" + deployment.getMetadata().getName() + "\"");
        if (complete(deployment, next)) {
            set(conditions, "True", AVAILABLE, subject + " has successfully progressed.");
        } else if (moved(deployment.getStatus(), next)) {
            conditions.renew(DeploymentConditions.PROGRESSING, "True", UPDATED, subject + " is progressing.");
        } else if (timedOut(deployment, conditions, now)) {
            set(conditions, "False", TIMED_OUT, subject + " has timed out progressing.");
        }
    }

    /** All pods are of the current template and available, and no other is left. */
    static boolean complete(Deployment deployment, DeploymentStatus status) {
        int desired = RollingUpdate.desired(deployment);
        Long observed = status.getObservedGeneration();
        return Revisions.orZero(status.getUpdatedReplicas()) == desired
                && Revisions.orZero(status.getReplicas()) == desired
                && Revisions.orZero(status.getAvailableReplicas()) == desired
                && observed != null
                && observed >= deployment.getMetadata().getGeneration();
    }

    /** When to look again whether the deadline has passed; empty when the rollout is complete or has failed. */
    static Optional<Duration> untilDeadline(Deployment deployment, DeploymentConditions conditions, Instant now) {
        if (conditions.hasReason(DeploymentConditions.PROGRESSING, TIMED_OUT)
                || conditions.hasReason(DeploymentConditions.PROGRESSING, AVAILABLE)) {
            return Optional.empty();
        }
        return due(deployment, conditions)
                .map(at -> Duration.between(now, at).plusSeconds(1))
                .map(left -> left.isNegative() ? Duration.ofSeconds(1) : left);
    }

    private static boolean moved(DeploymentStatus before, DeploymentStatus next) {
        int oldBefore = Revisions.orZero(before.getReplicas()) - Revisions.orZero(before.getUpdatedReplicas());
        int oldNow = Revisions.orZero(next.getReplicas()) - Revisions.orZero(next.getUpdatedReplicas());
        return Revisions.orZero(next.getUpdatedReplicas()) > Revisions.orZero(before.getUpdatedReplicas())
                || oldNow < oldBefore
                || Revisions.orZero(next.getReadyReplicas()) > Revisions.orZero(before.getReadyReplicas())
                || Revisions.orZero(next.getAvailableReplicas()) > Revisions.orZero(before.getAvailableReplicas());
    }

    private static boolean timedOut(Deployment deployment, DeploymentConditions conditions, Instant now) {
        if (conditions.hasReason(DeploymentConditions.PROGRESSING, AVAILABLE)) {
            return false;
        }
        return conditions.hasReason(DeploymentConditions.PROGRESSING, TIMED_OUT)
                || due(deployment, conditions).filter(at -> at.isBefore(now)).isPresent();
    }

    private static Optional<Instant> due(Deployment deployment, DeploymentConditions conditions) {
        return conditions
                .get(DeploymentConditions.PROGRESSING)
                .flatMap(condition -> deadline(deployment).map(KubeTime.parse(condition.getLastUpdateTime())::plus));
    }

    private static Optional<Duration> deadline(Deployment deployment) {
        return Optional.ofNullable(deployment.getSpec().getProgressDeadlineSeconds())
                .filter(seconds -> seconds != NO_DEADLINE)
                .map(Duration::ofSeconds);
    }

    private static void set(DeploymentConditions conditions, String status, String reason, String message) {
        conditions.set(DeploymentConditions.PROGRESSING, status, reason, message);
    }

    private static String subject(ReplicaSet current) {
        return "ReplicaSet \"" + current.getMetadata().getName() + "\"";
    }
}
