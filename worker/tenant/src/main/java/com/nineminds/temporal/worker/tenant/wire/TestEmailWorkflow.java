package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Sends a welcome e-mail without a tenant, to try the mail provider. */
@WorkflowInterface
public interface TestEmailWorkflow {

    @WorkflowMethod(name = "testEmailWorkflow")
    Result send(SendWelcomeEmail input);

    /** @param temporaryPassword what the e-mail shows; it opens nothing */
    record Result(String temporaryPassword, SendWelcomeEmail.Result emailResult) {}
}
