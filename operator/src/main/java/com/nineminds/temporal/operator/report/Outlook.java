package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.Standing;

/**
 * What those who wait for a worker may expect. A worker has exactly one, so that {@code Reconciling} and {@code Stalled} cannot both
 * be true.
 */
enum Outlook {
    /** It goes on by itself: kstatus {@code InProgress}. */
    MOVING,
    /** It goes on when a person or a provider lets it: kstatus {@code InProgress}. */
    PAUSED,
    /** What the spec asks for serves: kstatus {@code Current}. */
    SETTLED,
    /** It stays so until a person acts: kstatus {@code Failed}, at once and not by a timeout. */
    STUCK,
    /**
     * What the spec asks for serves badly. It may heal and nobody gave up, so neither {@code Reconciling} nor {@code Stalled}: kstatus
     * {@code InProgress} by {@code Ready=False}, as for a Deployment that misses pods.
     */
    UNHEALTHY;

    static Outlook of(Standing standing, Findings findings) {
        boolean blocked = !findings.problems().isEmpty();
        return switch (standing.phase()) {
            case Terminating -> MOVING;
            case RolledBack, Invalid -> STUCK;
            case Paused -> blocked ? STUCK : PAUSED;
            case Healthy -> blocked ? STUCK : SETTLED;
            case Degraded -> blocked || standing.reason() == Reason.InitialRolloutFailed ? STUCK : UNHEALTHY;
            case Pending, Progressing, Gating, Holding, Baking, RollingBack -> blocked ? STUCK : MOVING;
        };
    }
}
