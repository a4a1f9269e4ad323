package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests from and writes responses to the JDK's HTTP server. */
final class HttpFrontend implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFrontend.class);

    /** The JDK's server cannot change protocols. This answer, whole at once, is the one after which clients ask without. */
    private static final ApiResponse NO_WEBSOCKET = ApiResponse.text(200, "");

    private final Dispatcher dispatcher;

    HttpFrontend(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private ApiResponse answer(HttpExchange exchange) throws IOException, InterruptedException {
        ApiRequest request = read(exchange);
        if (request.header("upgrade").equalsIgnoreCase("websocket")) {
            return NO_WEBSOCKET;
        }
        try {
            return dispatcher.handle(request);
        } catch (ApiException refused) {
            return refusal(refused);
        } catch (RuntimeException failed) {
            LOG.atError()
                    .setCause(failed)
                    .addKeyValue("method", request.method())
                    .addKeyValue("path", request.path())
                    .log("request failed");
            return refusal(ApiException.of(500, "InternalError", "Internal error occurred: " + failed));
        }
    }

    private static ApiResponse refusal(ApiException refused) {
        var details = refused.status().path("details");
        Map<String, String> headers = details.has("retryAfterSeconds")
                ? Map.of("Retry-After", details.path("retryAfterSeconds").asText())
                : Map.of();
        byte[] body = Json.bytes(refused.status());
        return new ApiResponse.Whole(refused.code(), "application/json", body, headers);
    }

    private static ApiRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var uri = exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new ApiRequest(exchange.getRequestMethod(), uri.getPath(), query(uri.getRawQuery()), headers, body);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.putIfAbsent(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, ApiResponse response) throws IOException, InterruptedException {
        if (response instanceof ApiResponse.Whole whole) {
            exchange.getResponseHeaders().set("Content-Type", whole.contentType());
            whole.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(whole.code(), whole.body().length == 0 ? -1 : whole.body().length);
            exchange.getResponseBody().write(whole.body());
        } else if (response instanceof ApiResponse.Streamed streamed) {
            exchange.getResponseHeaders().set("Content-Type", streamed.contentType());
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            streamed.body().writeTo(exchange.getResponseBody());
        }
    }
}
