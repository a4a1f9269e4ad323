package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.failure.Failures.ExistingTenant;
import com.nineminds.temporal.worker.tenant.failure.Failures.Owner;
import com.nineminds.temporal.worker.tenant.wire.CancelRequest;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus.Status;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationInput;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationResult;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationState;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationWorkflow;
import com.nineminds.temporal.worker.tenant.wire.UpdateRequest;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;

/** Makes a tenant, step by step; what follows a failure is decided by the policy. */
public final class TenantCreation implements TenantCreationWorkflow {

    private static final Logger LOG = Workflow.getLogger(TenantCreation.class);
    private static final Duration FIRST_REPORT = Duration.ofSeconds(20);
    private static final Duration LAST_REPORT = Duration.ofMinutes(1);

    private final CompensationPolicy defaultPolicy;
    private final Progress progress = new Progress();
    private final Cancelling cancelling = new Cancelling();

    /** @param defaultPolicy of inputs that name none */
    public TenantCreation(CompensationPolicy defaultPolicy) {
        this.defaultPolicy = defaultPolicy;
    }

    @Override
    public TenantCreationResult create(TenantCreationInput input) {
        var deadline = RunDeadline.start();
        checkInput(input);
        // Recorded, since the setting may be another one by the time of a replay.
        var policy = input.compensation()
                .orElseGet(() -> Workflow.sideEffect(CompensationPolicy.class, () -> defaultPolicy));
        var aftermath = new Aftermath(policy, deadline);
        var store = new CheckoutReports(input.checkoutSessionId());
        var steps = new CreationSteps(input, progress, deadline, aftermath, cancelling);
        try {
            cancelling.untilCancelled(() -> {
                store.begun(deadline.forStep(FIRST_REPORT));
                steps.makeTenant();
            });
            return detached(() -> {
                var result = steps.finish();
                store.ended(Status.COMPLETED, Optional.empty(), deadline.forEnding(1, LAST_REPORT));
                return result;
            });
        } catch (TemporalFailure failure) {
            throw failed(cause(failure), store, aftermath, deadline);
        }
    }

    @Override
    public void cancel(CancelRequest request) {
        LOG.info("cancel signal");
        cancelling.request(request);
    }

    @Override
    public void update(UpdateRequest request) {
        LOG.info("update signal: nothing can be changed while a tenant is made");
    }

    @Override
    public TenantCreationState state() {
        return progress.state(cancelling.state());
    }

    private void checkInput(TenantCreationInput input) {
        try {
            InputRules.check(input);
        } catch (TemporalFailure refused) {
            progress.fail(refused.getOriginalMessage());
            throw refused;
        }
    }

    private TemporalFailure failed(
            TemporalFailure failure, CheckoutReports store, Aftermath aftermath, RunDeadline deadline) {
        String why = RunFailure.messageOf(failure);
        var step = progress.step();
        progress.fail(why);
        LOG.error("tenant creation failed in step {}: {}", step, why);
        return detached(() -> {
            reportFailure(failure, why, store, deadline.forEnding(3, LAST_REPORT));
            var handled = aftermath.handle(step);
            progress.failureHandled(handled);
            return RunFailure.of(failure, handled);
        });
    }

    /** A run that found the work done, or in other hands, has nothing to say against it. */
    private static void reportFailure(TemporalFailure failure, String why, CheckoutReports store, Duration budget) {
        switch (RunFailure.existing(failure).map(ExistingTenant::owner).orElse(Owner.OTHER)) {
            case FULFILLED -> store.ended(Status.COMPLETED, Optional.empty(), budget);
            case IN_PROGRESS -> LOG.info("another run makes the tenant of this session and reports on it");
            case OTHER -> store.ended(Status.FAILED, Optional.of(why), budget);
        }
    }

    /** A cancelled step looks the same whoever cancelled it; after a signal the run fails, after Temporal's wish it is cancelled. */
    private TemporalFailure cause(TemporalFailure failure) {
        boolean givenUp = RunFailure.isGivenUp(failure);
        if (!givenUp && !RunFailure.isCancellation(failure)) {
            return failure;
        }
        // Without the step's failure as its cause: that is not why the run ends.
        return cancelling
                .failure()
                .<TemporalFailure>map(it -> it)
                .orElseGet(
                        () -> givenUp ? new CanceledFailure("Workflow cancelled", new EncodedValues(), null) : failure);
    }

    /** Does work that a cancellation does not interrupt. */
    private static <T> T detached(Supplier<T> work) {
        var result = new ArrayList<T>(1);
        Workflow.newDetachedCancellationScope(() -> result.add(work.get())).run();
        return result.get(0);
    }
}
