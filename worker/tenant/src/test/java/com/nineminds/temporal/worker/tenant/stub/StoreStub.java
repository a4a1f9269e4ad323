package com.nineminds.temporal.worker.tenant.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Answer;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Request;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The store's endpoint for the status of checkout sessions. */
public final class StoreStub implements AutoCloseable {

    public static final String SECRET = "store-secret-for-tests-only-000000";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> updates = new CopyOnWriteArrayList<>();
    private final StubServer server = new StubServer(this::answer);

    public URI uri() {
        return server.uri();
    }

    public StubServer server() {
        return server;
    }

    public List<JsonNode> updates() {
        return updates;
    }

    public List<String> statuses() {
        return updates.stream()
                .map(update -> update.path("workflowStatus").asText())
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Request request) {
        if (!request.method().equals("POST") || !request.path().equals("/api/internal/checkout-session-status")) {
            return Answer.of(404);
        }
        if (!SECRET.equals(request.headers().get("x-internal-secret"))) {
            return Answer.of(401);
        }
        try {
            updates.add(JSON.readTree(request.body()));
            return Answer.of(200);
        } catch (JsonProcessingException none) {
            return Answer.of(400);
        }
    }
}
