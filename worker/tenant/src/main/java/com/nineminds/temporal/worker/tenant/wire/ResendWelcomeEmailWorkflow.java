package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Optional;
import java.util.UUID;

/** Gives a user of a tenant another temporary password and mails it. The one that the user had is void from then on. */
@WorkflowInterface
public interface ResendWelcomeEmailWorkflow {

    /** Says in the result why nothing was mailed; fails only when it is cancelled or its input cannot be read. */
    @WorkflowMethod(name = "resendWelcomeEmailWorkflow")
    Result resend(Request request);

    /**
     * @param userId the tenant's first administrator when absent
     * @param triggeredBy who wants it; like {@code triggeredByEmail} kept in the history and nowhere else
     */
    record Request(
            UUID tenantId, Optional<UUID> userId, Optional<String> triggeredBy, Optional<String> triggeredByEmail) {}

    /** @param email where it went */
    record Result(boolean success, Optional<String> email, Optional<String> tenantName, Optional<String> error) {}
}
