package com.nineminds.temporal.operator.health;

import java.util.Optional;

/** Where a Deployment stands by the rule of {@code kubectl rollout status}. */
public enum DeploymentProgress {
    ABSENT,
    /** The controller has not seen the latest spec, so its numbers are about an older one. */
    STALE,
    PROGRESSING,
    COMPLETE,
    STALLED;

    public static DeploymentProgress of(Optional<DeploymentView> deployment) {
        return deployment.map(DeploymentProgress::of).orElse(ABSENT);
    }

    private static DeploymentProgress of(DeploymentView deployment) {
        if (deployment.observedGeneration() < deployment.generation()) {
            return STALE;
        }
        if (deployment.deadlineExceeded()) {
            return STALLED;
        }
        boolean complete = deployment.updated() == deployment.desired()
                && deployment.replicas() == deployment.updated()
                && deployment.available() == deployment.updated();
        return complete ? COMPLETE : PROGRESSING;
    }
}
