package com.nineminds.temporal.worker.tenant.workflow;

import com.google.common.base.Throwables;
import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.failure.Failures.ExistingTenant;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationFailure;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import java.util.Optional;

/** What a run fails with: the type and message of the step's own failure, with the aftermath as details. */
final class RunFailure {

    private static final String UNKNOWN = "TenantCreationFailed";

    private RunFailure() {}

    static String messageOf(TemporalFailure failure) {
        return own(failure)
                .map(ApplicationFailure::getOriginalMessage)
                .orElseGet(() -> String.valueOf(failure.getOriginalMessage()));
    }

    /** Whether the request is at fault, so that no attempt of the step can have done anything. */
    static boolean isRefusal(TemporalFailure failure) {
        return isOfType(failure, Failures.VALIDATION) || isOfType(failure, Failures.DUPLICATE);
    }

    static boolean isOfType(TemporalFailure failure, String type) {
        return own(failure).filter(it -> it.getType().equals(type)).isPresent();
    }

    /** The tenant that is in the way, when that is what failed. */
    static Optional<ExistingTenant> existing(TemporalFailure failure) {
        return own(failure)
                .filter(it -> it.getType().equals(Failures.DUPLICATE)
                        && it.getDetails().getSize() > 0)
                .map(it -> it.getDetails().get(ExistingTenant.class));
    }

    static boolean isCancellation(TemporalFailure failure) {
        return failure instanceof CanceledFailure || failure.getCause() instanceof CanceledFailure;
    }

    /** Whether a step failed and was not tried again for the only reason that it was to be cancelled. */
    static boolean isGivenUp(TemporalFailure failure) {
        return failure instanceof ActivityFailure step
                && step.getRetryState() == RetryState.RETRY_STATE_CANCEL_REQUESTED
                && own(failure)
                        .filter(it -> Failures.PERMANENT.contains(it.getType()))
                        .isEmpty();
    }

    static TemporalFailure of(TemporalFailure failure, TenantCreationFailure details) {
        if (isCancellation(failure)) {
            return new CanceledFailure(messageOf(failure), new EncodedValues(details), failure);
        }
        return ofSameType(failure, details);
    }

    /** A run's failure by that of its only step. */
    static TemporalFailure of(TemporalFailure failure) {
        return isCancellation(failure) ? failure : ofSameType(failure);
    }

    private static ApplicationFailure ofSameType(TemporalFailure failure, Object... details) {
        return ApplicationFailure.newNonRetryableFailureWithCause(
                messageOf(failure),
                own(failure).map(ApplicationFailure::getType).orElse(UNKNOWN),
                failure,
                details);
    }

    private static Optional<ApplicationFailure> own(TemporalFailure failure) {
        return Throwables.getCausalChain(failure).stream()
                .filter(ApplicationFailure.class::isInstance)
                .map(ApplicationFailure.class::cast)
                .findFirst();
    }
}
