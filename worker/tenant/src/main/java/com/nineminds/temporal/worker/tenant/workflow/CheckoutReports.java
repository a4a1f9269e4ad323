package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.wire.CheckoutActivities;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus.Status;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;

/** Keeps the store informed about its session, if there is one. The store never makes a run fail. */
final class CheckoutReports {

    private static final Logger LOG = Workflow.getLogger(CheckoutReports.class);

    private final Optional<String> session;

    CheckoutReports(Optional<String> session) {
        this.session = session;
    }

    void tell(Status status, Optional<String> error, Duration budget) {
        session.ifPresent(id -> tell(
                new CheckoutSessionStatus(
                        id, status, Optional.of(Workflow.getInfo().getWorkflowId()), error),
                budget));
    }

    private static void tell(CheckoutSessionStatus status, Duration budget) {
        try {
            Activities.within(CheckoutActivities.class, budget).updateCheckoutSessionStatus(status);
        } catch (TemporalFailure unreachable) {
            LOG.warn("the store does not know that its session is {}", status.workflowStatus());
        }
    }
}
