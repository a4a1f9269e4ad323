package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.wire.EmailActivities;
import com.nineminds.temporal.worker.tenant.wire.ResendWelcomeEmailWorkflow;
import com.nineminds.temporal.worker.tenant.wire.SendWelcomeEmail;
import com.nineminds.temporal.worker.tenant.wire.UserActivities;
import com.nineminds.temporal.worker.tenant.wire.WelcomeRecipient;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Another temporary password, and the e-mail that shows it. */
public final class ResendWelcomeEmail implements ResendWelcomeEmailWorkflow {

    private static final Duration BUDGET = Duration.ofMinutes(3);

    @Override
    public Result resend(Request request) {
        try {
            var users = Activities.within(UserActivities.class, BUDGET);
            var recipient =
                    users.findWelcomeRecipient(new WelcomeRecipient.Wanted(request.tenantId(), request.userId()));
            users.renewTemporaryPassword(
                    request.tenantId(), UUID.fromString(recipient.user().userId()));
            return result(recipient, send(request, recipient));
        } catch (TemporalFailure failed) {
            if (RunFailure.isCancellation(failed)) {
                throw failed;
            }
            return new Result(false, Optional.empty(), Optional.empty(), Optional.of(RunFailure.messageOf(failed)));
        }
    }

    private static SendWelcomeEmail.Result send(Request request, WelcomeRecipient recipient) {
        return Activities.within(EmailActivities.class, BUDGET)
                .sendWelcomeEmail(new SendWelcomeEmail(
                        request.tenantId().toString(),
                        recipient.tenantName(),
                        recipient.user(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Workflow.randomUUID())));
    }

    private static Result result(WelcomeRecipient recipient, SendWelcomeEmail.Result email) {
        return new Result(
                email.emailSent(),
                Optional.of(recipient.user().email()),
                Optional.of(recipient.tenantName()),
                email.error());
    }
}
