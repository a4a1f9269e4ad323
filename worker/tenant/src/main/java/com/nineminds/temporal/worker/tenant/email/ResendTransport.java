package com.nineminds.temporal.worker.tenant.email;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.http.ErrorBodies;
import com.nineminds.temporal.worker.tenant.http.HttpService;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Resend. It answers a repeated idempotency key with its first answer for 24 hours and sends nothing more, so a retry after a lost answer
 * is safe.
 */
public final class ResendTransport implements EmailTransport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(15);

    private final HttpService service = new HttpService("resend", BREAKER_PAUSE, new Errors());
    private final URI emails;
    private final Supplier<String> apiKey;
    private final Sender sender;

    /** @param apiKey asked for each message, so that it may rotate */
    public ResendTransport(URI api, Supplier<String> apiKey, Sender sender) {
        this.emails = api.resolve("/emails");
        this.apiKey = apiKey;
        this.sender = sender;
    }

    public HttpService service() {
        return service;
    }

    @Override
    public String send(Email email, String idempotencyKey) {
        String answer = service.send(HttpRequest.newBuilder(emails)
                .timeout(HttpService.REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + apiKey.get())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body(email)))
                .build());
        return parse(answer)
                .map(json -> json.path("id").asText())
                .filter(id -> !id.isEmpty())
                .orElseThrow(() ->
                        Failures.serviceUnavailable("resend accepted nothing: its answer has no id", Optional.empty()));
    }

    /** In one order, whichever process writes it: the same key with another body is an error. */
    private String body(Email email) {
        var body = JSON.createObjectNode()
                .put("from", sender.header())
                .put("subject", email.subject())
                .put("html", email.html())
                .put("text", email.text());
        body.putArray("to").add(email.to());
        var tags = body.putArray("tags");
        new TreeMap<>(email.tags())
                .forEach((name, value) -> tags.addObject().put("name", name).put("value", tagValue(value)));
        return body.toString();
    }

    /** Resend takes ASCII letters, digits, underscores and dashes. */
    private static String tagValue(String value) {
        String allowed = value.replaceAll("[^A-Za-z0-9_-]", "_");
        return allowed.length() <= 256 ? allowed : allowed.substring(0, 256);
    }

    private static Optional<String> errorName(String body) {
        return parse(body).map(json -> json.path("name").asText());
    }

    private static Optional<JsonNode> parse(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    private static final class Errors implements ErrorBodies {

        /** The kind of error; its message may quote an address. */
        @Override
        public String shown(String body) {
            return errorName(body)
                    .filter(name -> name.matches("[a-z_]{1,64}"))
                    .map(name -> " (" + name + ")")
                    .orElse("");
        }

        /** An earlier attempt's request with this key is still being worked on. */
        @Override
        public boolean passes(String body) {
            return errorName(body)
                    .filter("concurrent_idempotent_requests"::equals)
                    .isPresent();
        }
    }
}
