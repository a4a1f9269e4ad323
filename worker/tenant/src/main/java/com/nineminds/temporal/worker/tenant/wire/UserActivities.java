package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done to users. Each may be repeated at any time. */
@ActivityInterface
public interface UserActivities {

    @ActivityMethod(name = "createAdminUser")
    CreateAdminUser.Result createAdminUser(CreateAdminUser input);

    /** Deletes a user of a tenant that never became complete. */
    @ActivityMethod(name = "rollbackUser")
    void rollbackUser(UUID userId, UUID tenantId);

    /** Fails with a validation error when there is no such tenant or user. */
    @ActivityMethod(name = "findWelcomeRecipient")
    WelcomeRecipient findWelcomeRecipient(WelcomeRecipient.Wanted wanted);

    /** Gives the user a temporary password that {@code sendWelcomeEmail} will mail. */
    @ActivityMethod(name = "renewTemporaryPassword")
    void renewTemporaryPassword(UUID tenantId, UUID userId);

    /** A password that belongs to nobody. {@code length} is at least 4, 12 when absent. */
    @ActivityMethod(name = "generateTemporaryPassword")
    String generateTemporaryPassword(@Nullable Integer length);
}
