package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Tells the store how a checkout session ended when the run that made the tenant could not: for up to a day. */
@WorkflowInterface
public interface CheckoutSessionStatusWorkflow {

    /**
     * Returns when the store knows. Fails when the store refuses the status, or after a day.
     *
     * <p>The runs for a session share the workflow id {@link #idFor}, so that a late status does not overtake a newer one.
     */
    @WorkflowMethod(name = "checkoutSessionStatusWorkflow")
    void deliver(CheckoutSessionStatus status);

    static String idFor(String checkoutSessionId) {
        return "checkout-session-status-" + checkoutSessionId;
    }
}
