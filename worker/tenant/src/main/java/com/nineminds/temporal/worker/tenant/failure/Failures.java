package com.nineminds.temporal.worker.tenant.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Failures by type. A type is a contract with callers. Messages go into histories: they name no person and quote no secret, and a
 * driver's exception is never a cause, since it may quote the row.
 */
public final class Failures {

    /** The input can never work. */
    public static final String VALIDATION = "ValidationError";
    /** It exists already. The details say which. */
    public static final String DUPLICATE = "DuplicateError";
    /** The worker or what it talks to is set up wrongly; a person has to mend it. */
    public static final String CONFIGURATION = "ConfigurationError";
    /** A {@code cancel} signal. */
    public static final String CANCELLED = "Cancelled";
    /** The run has no time left for another step. */
    public static final String DEADLINE = "DeadlineExceeded";
    /** The database does not answer as it should; it will again. */
    public static final String DATABASE_UNAVAILABLE = "DatabaseUnavailable";
    /** A service does not answer as it should; it will again. */
    public static final String SERVICE_UNAVAILABLE = "ServiceUnavailable";

    /** Types that no retry helps, for retry policies. They are thrown as non-retryable too. */
    public static final List<String> PERMANENT = List.of(VALIDATION, DUPLICATE, CONFIGURATION);

    private Failures() {}

    public static ApplicationFailure validation(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, VALIDATION);
    }

    public static ApplicationFailure configuration(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, CONFIGURATION);
    }

    public static ApplicationFailure duplicate(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, DUPLICATE);
    }

    /** {@code existing} is the tenant that is in the way; it is in the details. */
    public static ApplicationFailure duplicateTenant(String message, ExistingTenant existing) {
        return ApplicationFailure.newNonRetryableFailure(message, DUPLICATE, existing);
    }

    public static ApplicationFailure databaseUnavailable(String message) {
        return ApplicationFailure.newFailure(message, DATABASE_UNAVAILABLE);
    }

    /** @param after when the service said that it may be asked again */
    public static ApplicationFailure serviceUnavailable(String message, Optional<Duration> after) {
        var failure = ApplicationFailure.newBuilder().setMessage(message).setType(SERVICE_UNAVAILABLE);
        after.ifPresent(failure::setNextRetryDelay);
        return failure.build();
    }

    /** The details of a {@code DuplicateError}. */
    public record ExistingTenant(UUID tenantId, Owner owner) {}

    /** Whose the tenant is that is in the way. */
    public enum Owner {
        /** The same request's, which is fulfilled. */
        @JsonProperty("fulfilled")
        FULFILLED,
        /** The same request's; another workflow is at it. */
        @JsonProperty("in_progress")
        IN_PROGRESS,
        /** Another request's or nobody's. */
        @JsonProperty("other")
        OTHER
    }
}
