package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** How activities are called: repeated until they succeed, fail for good or have used up their time. Not by a number of attempts. */
final class Activities {

    /** Above everything that one attempt may wait for: a connection, a lock, a request. A worker that died is found after it. */
    private static final Duration ATTEMPT = Duration.ofSeconds(45);

    private Activities() {}

    /** @param budget for all attempts together */
    static <T> T within(Class<T> activities, Duration budget) {
        return Workflow.newActivityStub(
                activities,
                ActivityOptions.newBuilder()
                        .setScheduleToCloseTimeout(budget)
                        .setStartToCloseTimeout(budget.compareTo(ATTEMPT) < 0 ? budget : ATTEMPT)
                        // A step that runs is let finish, so that it is known what it did.
                        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .setRetryOptions(RetryOptions.newBuilder()
                                .setInitialInterval(Duration.ofSeconds(1))
                                .setBackoffCoefficient(2)
                                .setMaximumInterval(Duration.ofSeconds(30))
                                .setDoNotRetry(Failures.PERMANENT.toArray(String[]::new))
                                .build())
                        .build());
    }
}
