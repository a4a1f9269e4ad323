package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** E-mail. */
@ActivityInterface
public interface EmailActivities {

    /** Throws what may pass; what never will is in the result. */
    @ActivityMethod(name = "sendWelcomeEmail")
    SendWelcomeEmail.Result sendWelcomeEmail(SendWelcomeEmail input);

    /** Only logs that it was called. */
    @ActivityMethod(name = "sendTenantCreationNotification")
    void sendTenantCreationNotification(String tenantId, String tenantName, String adminEmail, boolean success);
}
