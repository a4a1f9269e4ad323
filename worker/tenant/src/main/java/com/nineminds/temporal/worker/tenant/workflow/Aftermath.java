package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantActivities;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationFailure;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationStep;
import com.nineminds.temporal.worker.tenant.wire.UserActivities;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.slf4j.Logger;

/** What is done about a tenant whose run has failed. */
final class Aftermath {

    private static final Logger LOG = Workflow.getLogger(Aftermath.class);
    private static final Duration ROLLBACK = Duration.ofMinutes(2);
    private static final String VERIFIED = "verified";

    private final CompensationPolicy policy;
    private final RunDeadline deadline;
    private Optional<UUID> tenant = Optional.empty();
    private Optional<UUID> user = Optional.empty();

    Aftermath(CompensationPolicy policy, RunDeadline deadline) {
        this.policy = policy;
        this.deadline = deadline;
    }

    /** From now on something may have been written for the tenant. */
    void tenantBegun(UUID id) {
        tenant = Optional.of(id);
    }

    /** From now on the user may exist. */
    void userBegun(UUID id) {
        user = Optional.of(id);
    }

    /** It is known that nothing was written. */
    void nothingBegun() {
        tenant = Optional.empty();
    }

    /** Does what the policy says; failing at it is told in the result. */
    TenantCreationFailure handle(TenantCreationStep failedStep) {
        if (policy == CompensationPolicy.RETAIN) {
            tenant.ifPresent(this::retain);
            return new TenantCreationFailure(failedStep, policy, tenant, Optional.empty());
        }
        return new TenantCreationFailure(failedStep, policy, Optional.empty(), tenant.map(this::compensate));
    }

    private void retain(UUID id) {
        try {
            Activities.within(TenantActivities.class, deadline.forEnding(2, ROLLBACK))
                    .retainProvisioning(id);
        } catch (TemporalFailure failed) {
            LOG.warn("the tenant could not be marked as retained; its resume token works all the same");
        }
    }

    private String compensate(UUID id) {
        Duration each = deadline.forEnding(3, ROLLBACK);
        var problems = new StringJoiner("; ").setEmptyValue(VERIFIED);
        user.ifPresent(admin -> attempt(
                "rollbackUser",
                () -> Activities.within(UserActivities.class, each).rollbackUser(admin, id),
                problems));
        attempt(
                "rollbackTenant",
                () -> Activities.within(TenantActivities.class, each).rollbackTenant(id),
                problems);
        return problems.toString();
    }

    private static void attempt(String what, Runnable rollback, StringJoiner problems) {
        try {
            rollback.run();
        } catch (TemporalFailure failed) {
            LOG.error("{} failed", what, failed);
            problems.add(what + ": " + RunFailure.messageOf(failed));
        }
    }
}
