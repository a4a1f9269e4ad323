package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Makes a tenant with its company, administrator and settings, and sends the administrator a welcome e-mail. */
@WorkflowInterface
public interface TenantCreationWorkflow {

    /**
     * Returns when the tenant is complete. A failure has a {@link TenantCreationFailure} as details; its type is that of the step that
     * failed, {@code Cancelled} after a {@code cancel} signal.
     */
    @WorkflowMethod(name = "tenantCreationWorkflow")
    TenantCreationResult create(TenantCreationInput input);

    /** Stops before the next step. Too late once the tenant is complete; {@code getState} says so. */
    @SignalMethod(name = "cancel")
    void cancel(CancelRequest request);

    @SignalMethod(name = "update")
    void update(UpdateRequest request);

    @QueryMethod(name = "getState")
    TenantCreationState state();
}
