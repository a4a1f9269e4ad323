package com.nineminds.temporal.worker.tenant.http;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** A service did not do its work; it will again. */
final class ServiceOutage extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;
    private final boolean slow;

    ServiceOutage(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
        this.slow = false;
    }

    private ServiceOutage(String message, boolean slow) {
        super(message);
        this.retryAfter = Optional.empty();
        this.slow = slow;
    }

    static ServiceOutage unreachable(String service, IOException cause) {
        return new ServiceOutage(
                service + " cannot be reached: " + cause.getClass().getSimpleName(),
                cause instanceof HttpTimeoutException);
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether trying again at once is worth it: nobody asked for a pause and nothing has waited long yet. */
    boolean isHiccup() {
        return !slow && retryAfter.isEmpty();
    }
}
