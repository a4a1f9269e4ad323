package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.wire.CheckoutActivities;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus.Status;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatusWorkflow;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.failure.TemporalException;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;

/** Keeps the store informed about its session, if there is one. The store never makes a run fail, nor wait for long. */
final class CheckoutReports {

    private static final Logger LOG = Workflow.getLogger(CheckoutReports.class);

    private final Optional<String> session;

    CheckoutReports(Optional<String> session) {
        this.session = session;
    }

    /** The run has begun. A status of an earlier run for the session that is still on its way is held back. */
    void begun(Duration budget) {
        session.ifPresent(id -> {
            withdraw(id);
            var status = status(id, Status.IN_PROGRESS, Optional.empty());
            if (!isDelivered(status, budget)) {
                LOG.warn("the store does not know that its session is in progress");
            }
        });
    }

    /** The run ends. What cannot be delivered within the budget is left to a workflow of its own. */
    void ended(Status outcome, Optional<String> error, Duration budget) {
        session.ifPresent(id -> {
            var status = status(id, outcome, error);
            if (!isDelivered(status, budget)) {
                handOver(status);
            }
        });
    }

    private static CheckoutSessionStatus status(String session, Status status, Optional<String> error) {
        return new CheckoutSessionStatus(
                session, status, Optional.of(Workflow.getInfo().getWorkflowId()), error);
    }

    private static boolean isDelivered(CheckoutSessionStatus status, Duration budget) {
        try {
            Activities.within(CheckoutActivities.class, budget).updateCheckoutSessionStatus(status);
            return true;
        } catch (TemporalFailure unreachable) {
            return false;
        }
    }

    /** Nobody waits for it: mostly there is none, and what is being delivered at this moment cannot be held back anyway. */
    private static void withdraw(String session) {
        var unused = Async.procedure(
                Workflow.newUntypedExternalWorkflowStub(CheckoutSessionStatusWorkflow.idFor(session))::cancel);
    }

    private static void handOver(CheckoutSessionStatus status) {
        try {
            var delivery = Workflow.newChildWorkflowStub(
                    CheckoutSessionStatusWorkflow.class,
                    ChildWorkflowOptions.newBuilder()
                            .setWorkflowId(CheckoutSessionStatusWorkflow.idFor(status.checkoutSessionId()))
                            .setWorkflowIdReusePolicy(
                                    WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING)
                            .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                            .build());
            var unused = Async.procedure(delivery::deliver, status);
            Workflow.getWorkflowExecution(delivery).get();
            LOG.warn("the store will be told later that its session is {}", status.workflowStatus());
        } catch (TemporalException failed) {
            LOG.error("the store is not told that its session is {}", status.workflowStatus(), failed);
        }
    }
}
