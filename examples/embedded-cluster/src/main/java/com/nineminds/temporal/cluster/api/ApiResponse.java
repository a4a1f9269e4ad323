package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.discovery.Document;
import com.nineminds.temporal.cluster.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is sent back: a whole body, or a stream that is written while things happen. */
sealed interface ApiResponse {
    /** A body of known length. */
    record Whole(int code, String contentType, byte[] body, Map<String, String> headers) implements ApiResponse {}

    /** A body that grows until its writer returns or the client goes away. */
    record Streamed(String contentType, Body body) implements ApiResponse {}

    /** Writes a stream. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    static ApiResponse json(int code, JsonNode body) {
        return new Whole(code, "application/json", Json.bytes(body), Map.of());
    }

    static ApiResponse document(Document document) {
        return new Whole(200, document.contentType(), Json.bytes(document.body()), Map.of());
    }

    static ApiResponse text(int code, String body) {
        return new Whole(code, "text/plain", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
