package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.wire.TenantCreationFailure;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationState;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationStep;
import java.util.Optional;
import java.util.UUID;

/** What a run has reached, for those who ask. */
final class Progress {

    private TenantCreationStep step = TenantCreationStep.INITIALIZING;
    private int percent;
    private Optional<UUID> tenant = Optional.empty();
    private Optional<UUID> admin = Optional.empty();
    private Optional<UUID> company = Optional.empty();
    private Optional<Boolean> emailSent = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Optional<TenantCreationFailure> failure = Optional.empty();

    void reach(TenantCreationStep next, int percentage) {
        step = next;
        percent = percentage;
    }

    void tenantCreated(UUID tenantId, Optional<UUID> companyId) {
        tenant = Optional.of(tenantId);
        company = companyId;
        percent = 40;
    }

    void adminCreated(UUID userId) {
        admin = Optional.of(userId);
        percent = 60;
    }

    void emailHandled(boolean sent) {
        emailSent = Optional.of(sent);
    }

    void fail(String why) {
        step = TenantCreationStep.FAILED;
        error = Optional.of(why);
    }

    void failureHandled(TenantCreationFailure how) {
        failure = Optional.of(how);
    }

    TenantCreationStep step() {
        return step;
    }

    TenantCreationState state(Optional<TenantCreationState.Cancellation> cancellation) {
        return new TenantCreationState(step, tenant, admin, company, emailSent, error, percent, cancellation, failure);
    }
}
