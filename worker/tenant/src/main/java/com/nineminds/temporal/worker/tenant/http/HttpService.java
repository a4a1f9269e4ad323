package com.nineminds.temporal.worker.tenant.http;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One service that is spoken to over HTTP. A hiccup is tried again at once, twice, with jitter; anything longer is left to Temporal. After
 * several failures in a row calls are refused for a while, so that an outage costs the service and this worker little.
 */
public final class HttpService {

    /** How long one request may take, from connecting to the end of the answer. */
    public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final String name;
    private final HttpClient client;
    private final CircuitBreaker breaker;
    private final Retry hiccups;
    private final ErrorBodies errors;

    /**
     * @param name for messages and metrics
     * @param breakerPause how long calls are refused after the service failed
     */
    public HttpService(String name, Duration breakerPause, ErrorBodies errors) {
        this.name = name;
        this.errors = errors;
        this.client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(breakerPause)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordException(ServiceOutage.class::isInstance)
                        .build());
        this.hiccups = Retry.of(
                name,
                RetryConfig.custom()
                        .maxAttempts(3)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(200, 2, 0.5))
                        .retryOnException(failed -> failed instanceof ServiceOutage outage && outage.isHiccup())
                        .build());
    }

    /** Its state is worth a metric. */
    public CircuitBreaker breaker() {
        return breaker;
    }

    /**
     * The body of a 2xx answer.
     *
     * @throws ApplicationFailure retryable for outages and overload, honouring {@code Retry-After}; a configuration error for 401 and
     *     403, a validation error for other 4xx
     */
    public String send(HttpRequest request) {
        try {
            return hiccups.executeCallable(() -> breaker.executeCallable(() -> sendOnce(request)));
        } catch (ApplicationFailure typed) {
            throw typed;
        } catch (ServiceOutage outage) {
            throw Failures.serviceUnavailable(String.valueOf(outage.getMessage()), outage.retryAfter());
        } catch (CallNotPermittedException refused) {
            throw Failures.serviceUnavailable(
                    name + " has failed repeatedly and is given a pause",
                    Optional.of(Duration.ofMillis(breaker.getCircuitBreakerConfig()
                            .getWaitIntervalFunctionInOpenState()
                            .apply(1))));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failures.serviceUnavailable("the worker is stopping", Optional.empty());
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private String sendOnce(HttpRequest request) throws ServiceOutage, InterruptedException {
        try {
            HttpResponse<String> answer = exchange(request);
            if (answer.statusCode() / 100 == 2) {
                return answer.body();
            }
            throw refusal(answer);
        } catch (IOException unreachable) {
            throw ServiceOutage.unreachable(name, unreachable);
        }
    }

    /** The client's own timeout ends with the headers of the answer, so that of the request is applied to all of it. */
    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return answer.get(request.timeout().orElse(REQUEST_TIMEOUT).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new HttpTimeoutException("no whole answer in time");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException unreachable ? unreachable : new IOException(failed);
        } finally {
            answer.cancel(true);
        }
    }

    private ApplicationFailure refusal(HttpResponse<String> answer) throws ServiceOutage {
        int status = answer.statusCode();
        String what = name + " answered " + status + errors.shown(answer.body());
        if (status >= 500 || PASSING.contains(status) || errors.passes(answer.body())) {
            throw new ServiceOutage(what, RetryAfter.of(answer.headers()));
        }
        return status == 401 || status == 403 ? Failures.configuration(what) : Failures.validation(what);
    }
}
