package com.nineminds.temporal.cluster.faults;

import com.nineminds.temporal.cluster.error.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What happens to a request instead of, or before, being served. */
@FunctionalInterface
public interface Fault {
    /**
     * Strikes one request: returns late to delay it, throws to answer it.
     *
     * @throws ApiException the answer
     */
    void strike() throws InterruptedException;

    /** 429 with a {@code Retry-After} header. */
    static Fault tooManyRequests(int retryAfterSeconds) {
        return answer(() -> ApiException.tooManyRequests(
                "the server has received too many requests and has asked us to try again later",
                retryAfterSeconds,
                List.of()));
    }

    /** 500. */
    static Fault internalError() {
        return answer(() -> ApiException.of(500, "InternalError", "Internal error occurred: scripted fault"));
    }

    /** 503, as while an API server starts. */
    static Fault unavailable() {
        return answer(() ->
                ApiException.of(503, "ServiceUnavailable", "the server is currently unable to handle the request"));
    }

    /** 409, as if somebody else had changed the object just before. */
    static Fault conflict() {
        return answer(() -> ApiException.of(
                409,
                "Conflict",
                "Operation cannot be fulfilled: the object has been modified; please apply your changes to the latest"
                        + " version and try again"));
    }

    /** The request is served, but late. */
    static Fault delay(Duration delay) {
        return () -> Thread.sleep(delay.toMillis());
    }

    private static Fault answer(Supplier<ApiException> answer) {
        return () -> {
            throw answer.get();
        };
    }
}
