package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.wire.CheckoutActivities;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatusWorkflow;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Insists. */
public final class CheckoutSessionStatusDelivery implements CheckoutSessionStatusWorkflow {

    private static final Duration PATIENCE = Duration.ofDays(1);
    /** A secret that is being rotated is refused by the store until both sides have the new one. */
    private static final Duration REFUSED = Duration.ofMinutes(10);

    @Override
    public void deliver(CheckoutSessionStatus status) {
        long end = Workflow.currentTimeMillis() + PATIENCE.toMillis();
        while (true) {
            var left = Duration.ofMillis(end - Workflow.currentTimeMillis());
            try {
                Activities.within(CheckoutActivities.class, left).updateCheckoutSessionStatus(status);
                return;
            } catch (TemporalFailure failed) {
                if (!RunFailure.isOfType(failed, Failures.CONFIGURATION) || left.compareTo(REFUSED) <= 0) {
                    throw RunFailure.of(failed);
                }
                Workflow.sleep(REFUSED);
            }
        }
    }
}
