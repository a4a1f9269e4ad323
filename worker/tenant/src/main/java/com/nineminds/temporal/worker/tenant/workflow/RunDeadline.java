package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * How long a run may still take. Temporal ends a run that exceeds its timeout without letting it clean up, so the steps have to stop
 * before, and a part of the time is kept for what follows a failure.
 */
final class RunDeadline {

    private static final Duration UNLIMITED_RUN = Duration.ofMinutes(30);
    private static final Duration MOST_RESERVE = Duration.ofMinutes(6);

    private final long stepsUntil;
    private final Duration reserve;

    private RunDeadline(long stepsUntil, Duration reserve) {
        this.stepsUntil = stepsUntil;
        this.reserve = reserve;
    }

    /** From now on, out of the run timeout that the caller chose; a run without one gets half an hour. */
    static RunDeadline start() {
        Duration chosen = Workflow.getInfo().getWorkflowRunTimeout();
        Duration total = chosen == null || chosen.isZero() ? UNLIMITED_RUN : chosen;
        Duration reserve = min(MOST_RESERVE, total.dividedBy(4));
        return new RunDeadline(
                Workflow.currentTimeMillis() + total.minus(reserve).toMillis(), reserve);
    }

    /**
     * What the next step may take.
     *
     * @throws ApplicationFailure when nothing is left
     */
    Duration forStep(Duration wanted) {
        Duration left = Duration.ofMillis(stepsUntil - Workflow.currentTimeMillis());
        if (left.isNegative() || left.isZero()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "the run has no time left for another step", Failures.DEADLINE);
        }
        return min(wanted, left);
    }

    /** What each of the up to {@code count} things may take that are done after the steps, whatever became of them. */
    Duration forEnding(int count, Duration wanted) {
        return min(wanted, reserve.dividedBy(count + 1L));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
