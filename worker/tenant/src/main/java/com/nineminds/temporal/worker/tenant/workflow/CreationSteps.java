package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.identity.DerivedIds;
import com.nineminds.temporal.worker.tenant.wire.CreateAdminUser;
import com.nineminds.temporal.worker.tenant.wire.CreateTenant;
import com.nineminds.temporal.worker.tenant.wire.EmailActivities;
import com.nineminds.temporal.worker.tenant.wire.SendWelcomeEmail;
import com.nineminds.temporal.worker.tenant.wire.SetupTenantData;
import com.nineminds.temporal.worker.tenant.wire.TenantActivities;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationInput;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationResult;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationStep;
import com.nineminds.temporal.worker.tenant.wire.UserActivities;
import com.nineminds.temporal.worker.tenant.wire.WireTime;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;

/** The steps of one run, in their order. */
final class CreationSteps {

    private static final Logger LOG = Workflow.getLogger(CreationSteps.class);
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration EMAIL = Duration.ofMinutes(10);

    private final TenantCreationInput input;
    private final Progress progress;
    private final RunDeadline deadline;
    private final Aftermath aftermath;
    private final Cancelling cancelling;

    private UUID tenant;
    private Optional<UUID> company = Optional.empty();
    private Optional<String> shownPassword = Optional.empty();

    CreationSteps(
            TenantCreationInput input,
            Progress progress,
            RunDeadline deadline,
            Aftermath aftermath,
            Cancelling cancelling) {
        this.input = input;
        this.progress = progress;
        this.deadline = deadline;
        this.aftermath = aftermath;
        this.cancelling = cancelling;
        this.tenant = input.tenantId().orElseGet(Workflow::randomUUID);
    }

    /** What can still be taken back. */
    void makeTenant() {
        cancelling.check();
        createTenant();
        cancelling.check();
        createAdmin();
        cancelling.check();
        setUpData();
        cancelling.check();
        cancelling.tooLateFromHere();
    }

    /** What cannot: the tenant is in use, and the administrator is told. */
    TenantCreationResult finish() {
        within(TenantActivities.class).completeProvisioning(tenant);
        progress.reach(TenantCreationStep.SENDING_WELCOME_EMAIL, 90);
        boolean sent = sendEmail();
        progress.emailHandled(sent);
        progress.reach(TenantCreationStep.COMPLETED, 100);
        return new TenantCreationResult(
                tenant,
                admin(),
                company,
                shownPassword,
                sent,
                true,
                WireTime.of(Instant.ofEpochMilli(Workflow.currentTimeMillis())));
    }

    private void createTenant() {
        progress.reach(TenantCreationStep.CREATING_TENANT, 10);
        aftermath.tenantBegun(tenant);
        try {
            var created = within(TenantActivities.class)
                    .createTenant(new CreateTenant(
                            input.tenantName(),
                            input.adminUser().email(),
                            input.companyName(),
                            Optional.of(tenant),
                            input.checkoutSessionId()));
            tenant = created.tenantId();
            company = created.companyId();
        } catch (TemporalFailure failed) {
            if (RunFailure.isRefusal(failed)) {
                aftermath.nothingBegun();
            }
            throw failed;
        }
        aftermath.tenantBegun(tenant);
        progress.tenantCreated(tenant, company);
    }

    private void createAdmin() {
        progress.reach(TenantCreationStep.CREATING_ADMIN_USER, 50);
        aftermath.userBegun(admin());
        var user = input.adminUser();
        var created = within(UserActivities.class)
                .createAdminUser(new CreateAdminUser(
                        tenant, user.firstName(), user.lastName(), user.email(), company, Optional.of(admin())));
        shownPassword = created.temporaryPassword();
        progress.adminCreated(created.userId());
    }

    private void setUpData() {
        progress.reach(TenantCreationStep.SETTING_UP_DATA, 70);
        within(TenantActivities.class)
                .setupTenantData(new SetupTenantData(tenant, admin(), company, input.billingPlan()));
        progress.reach(TenantCreationStep.SETTING_UP_DATA, 85);
    }

    private boolean sendEmail() {
        var user = input.adminUser();
        try {
            var result = Activities.within(EmailActivities.class, deadline.forStep(EMAIL))
                    .sendWelcomeEmail(new SendWelcomeEmail(
                            tenant.toString(),
                            input.tenantName(),
                            new SendWelcomeEmail.Recipient(
                                    admin().toString(), user.firstName(), user.lastName(), user.email()),
                            Optional.empty(),
                            input.companyName(),
                            Optional.empty(),
                            Optional.empty()));
            return result.emailSent();
        } catch (TemporalFailure unreachable) {
            LOG.error("the welcome e-mail was not accepted in time");
            return false;
        }
    }

    /** The administrator's id is the tenant's affair, not the run's, so a resumed run finds the user of the first. */
    private UUID admin() {
        return DerivedIds.of(tenant, "admin");
    }

    private <T> T within(Class<T> activities) {
        return Activities.within(activities, deadline.forStep(STEP));
    }
}
