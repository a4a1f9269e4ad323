package com.nineminds.temporal.worker.tenant.activity;

import com.nineminds.temporal.worker.tenant.checkout.Store;
import com.nineminds.temporal.worker.tenant.wire.CheckoutActivities;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus;
import io.grpc.StatusRuntimeException;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the store. */
public final class StoreActivities implements CheckoutActivities {

    private static final Logger LOG = LoggerFactory.getLogger(StoreActivities.class);

    private final Optional<Store> store;
    private final Clock clock;

    /** @param store absent where there is none to tell */
    public StoreActivities(Optional<Store> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void updateCheckoutSessionStatus(CheckoutSessionStatus status) {
        if (store.isEmpty()) {
            LOG.info("no store is told that its session is {}: NMSTORE_BASE_URL is not set", status.workflowStatus());
            return;
        }
        ActivityExecutionContext attempt = Activity.getExecutionContext();
        Instant end = clock.instant().plus(attempt.getInfo().getStartToCloseTimeout());
        if (!isAwaited(attempt)) {
            LOG.warn(
                    "the store is not told that its session is {}: this attempt was given up", status.workflowStatus());
            return;
        }
        store.get().update(status, clock.instant(), () -> clock.instant().isBefore(end));
        LOG.info("the store knows that its session is {}", status.workflowStatus());
    }

    /** Whether Temporal still waits for this attempt. What one says that hung and comes back would undo what was told meanwhile. */
    private static boolean isAwaited(ActivityExecutionContext attempt) {
        ActivityInfo info = attempt.getInfo();
        try {
            return attempt
                    .getWorkflowClient()
                    .newUntypedWorkflowStub(info.getWorkflowId(), Optional.of(info.getRunId()), Optional.empty())
                    .describe()
                    .getRawDescription()
                    .getPendingActivitiesList()
                    .stream()
                    .anyMatch(pending -> pending.getActivityId().equals(info.getActivityId())
                            && pending.getAttempt() <= info.getAttempt());
        } catch (WorkflowNotFoundException gone) {
            return false;
        } catch (WorkflowServiceException | StatusRuntimeException unknown) {
            return true;
        }
    }
}
