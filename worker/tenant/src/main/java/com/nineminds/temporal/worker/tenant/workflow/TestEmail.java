package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.wire.EmailActivities;
import com.nineminds.temporal.worker.tenant.wire.SendWelcomeEmail;
import com.nineminds.temporal.worker.tenant.wire.TestEmailWorkflow;
import com.nineminds.temporal.worker.tenant.wire.UserActivities;
import java.time.Duration;
import java.util.Optional;

/** A password that opens nothing, and an e-mail that shows it. */
public final class TestEmail implements TestEmailWorkflow {

    private static final Duration BUDGET = Duration.ofMinutes(3);
    private static final int LENGTH = 12;

    @Override
    public Result send(SendWelcomeEmail input) {
        String password = Activities.within(UserActivities.class, BUDGET).generateTemporaryPassword(LENGTH);
        var email = new SendWelcomeEmail(
                input.tenantId(),
                input.tenantName(),
                input.adminUser(),
                Optional.of(password),
                input.companyName(),
                input.loginUrl(),
                Optional.empty());
        return new Result(
                password, Activities.within(EmailActivities.class, BUDGET).sendWelcomeEmail(email));
    }
}
