package com.nineminds.temporal.operator.observe;

import com.nineminds.temporal.operator.health.DeploymentView;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a Deployment to what matters of it. */
public final class DeploymentViews {
    private DeploymentViews() {}

    public static DeploymentView of(Deployment deployment, String revision) {
        DeploymentStatus status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
        return new DeploymentView(
                revision,
                orZero(deployment.getMetadata().getGeneration()),
                orZero(status.getObservedGeneration()),
                deployment.getSpec().getReplicas() == null
                        ? 1
                        : deployment.getSpec().getReplicas(),
                orZero(status.getReplicas()),
                orZero(status.getUpdatedReplicas()),
                orZero(status.getAvailableReplicas()),
                condition(status, "ReplicaFailure")
                        .filter(each -> "True".equals(each.getStatus()))
                        .map(each -> String.valueOf(each.getMessage())),
                condition(status, "Progressing")
                        .filter(each -> "ProgressDeadlineExceeded".equals(each.getReason()))
                        .isPresent());
    }

    private static Optional<DeploymentCondition> condition(DeploymentStatus status, String type) {
        return status.getConditions().stream()
                .filter(each -> type.equals(each.getType()))
                .findFirst();
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
