package com.nineminds.temporal.worker.tenant.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Answer;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Request;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * Resend as its documentation describes it: a repeated {@code Idempotency-Key} gets the first answer and sends nothing; with another body
 * it is an error.
 */
public final class ResendStub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNLIMITED = Integer.MAX_VALUE / 2;
    private static final Pattern PASSWORD = Pattern.compile("Temporary password: (\\S+)");

    /** A mail that was accepted. */
    public record Mail(String key, JsonNode body) {

        public String to() {
            return body.path("to").path(0).asText();
        }

        public String password() {
            var match = PASSWORD.matcher(body.path("text").asText());
            if (!match.find()) {
                throw new AssertionError("no password in " + body);
            }
            return match.group(1);
        }
    }

    private record Sent(String body, String answer) {}

    private final Map<String, Sent> byKey = new HashMap<>();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Semaphore passes = new Semaphore(UNLIMITED);
    private final StubServer server = new StubServer(this::answerInTurn);
    private volatile String apiKey = "re_test";

    public URI uri() {
        return server.uri();
    }

    public StubServer server() {
        return server;
    }

    /** The only key that is let in from now on. */
    public void expectApiKey(String key) {
        apiKey = key;
    }

    /** Answers so many more requests; the others wait. */
    public void holdAfter(int requests) {
        passes.drainPermits();
        passes.release(requests);
    }

    /** Answers all that wait and all that come, even if nobody listens to the answer any more. */
    public void release() {
        passes.release(UNLIMITED);
    }

    /** How many requests wait. */
    public int held() {
        return passes.getQueueLength();
    }

    /** Mails that were accepted, repeated requests once. */
    public List<Mail> mails() {
        return mails;
    }

    public List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        release();
        server.close();
    }

    private Answer answerInTurn(Request request) {
        passes.acquireUninterruptibly();
        return answer(request);
    }

    private synchronized Answer answer(Request request) {
        requests.add(request);
        if (!("Bearer " + apiKey).equals(request.headers().get("authorization"))) {
            return error(403, "invalid_api_key");
        }
        String key = request.headers().getOrDefault("idempotency-key", "");
        Optional<Sent> before = Optional.ofNullable(byKey.get(key));
        if (before.isPresent()) {
            return before.get().body().equals(request.body())
                    ? new Answer(200, Map.of(), before.get().answer())
                    : error(409, "invalid_idempotent_request");
        }
        String answer = "{\"id\":\"message-" + (mails.size() + 1) + "\"}";
        mails.add(new Mail(key, parse(request.body())));
        byKey.put(key, new Sent(request.body(), answer));
        return new Answer(200, Map.of(), answer);
    }

    private static Answer error(int status, String name) {
        return new Answer(
                status, Map.of(), "{\"statusCode\":%d,\"name\":\"%s\",\"message\":\"…\"}".formatted(status, name));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException none) {
            throw new AssertionError(none);
        }
    }
}
