package com.nineminds.temporal.worker.tenant.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.worker.tenant.http.ErrorBodies;
import com.nineminds.temporal.worker.tenant.http.HttpService;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus;
import com.nineminds.temporal.worker.tenant.wire.WireJson;
import com.nineminds.temporal.worker.tenant.wire.WireTime;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the store how the tenant of a checkout session fares. */
public final class Store {

    private static final ObjectMapper JSON = WireJson.mapper();
    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(15);

    private final HttpService service = new HttpService("store", BREAKER_PAUSE, new ErrorBodies() {});
    private final URI statuses;
    private final Supplier<String> secret;
    private final Optional<BodySignature> signature;

    /**
     * @param secret the value of {@code X-Internal-Secret}, asked for each call, so that it may rotate
     * @param signingKey where there is one, {@code X-Temporal-Signature} is a {@link BodySignature} with it; asked for each call, too
     */
    public Store(URI base, Supplier<String> secret, Optional<? extends Supplier<String>> signingKey) {
        this.statuses = URI.create(base.toString().replaceAll("/+$", "") + "/api/internal/checkout-session-status");
        this.secret = secret;
        this.signature = signingKey.map(BodySignature::new);
    }

    public HttpService service() {
        return service;
    }

    /** @throws io.temporal.failure.ApplicationFailure as {@link HttpService#send} has it */
    public void update(CheckoutSessionStatus status, Instant now) {
        String body = body(status, now);
        var request = HttpRequest.newBuilder(statuses)
                .timeout(HttpService.REQUEST_TIMEOUT)
                .header("Content-Type", "application/json")
                .header("X-Internal-Secret", secret.get())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        signature.ifPresent(it -> request.header("X-Temporal-Signature", it.of(body)));
        service.send(request.build());
    }

    private static String body(CheckoutSessionStatus status, Instant now) {
        var completedAt = status.workflowStatus() == CheckoutSessionStatus.Status.COMPLETED
                ? Optional.of(WireTime.of(now))
                : Optional.<String>empty();
        try {
            return JSON.writeValueAsString(new Update(
                    status.checkoutSessionId(),
                    status.workflowStatus(),
                    status.workflowId(),
                    completedAt,
                    status.error()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Update(
            String checkoutSessionId,
            CheckoutSessionStatus.Status workflowStatus,
            Optional<String> workflowId,
            Optional<String> workflowCompletedAt,
            Optional<String> error) {}
}
