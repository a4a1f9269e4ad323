package com.nineminds.temporal.worker.runtime.health;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers GET on {@code /livez} (alias {@code /health}), {@code /readyz} (alias {@code /ready}) and {@code /startup}: 200 or 503, with
 * {@code {"status": "ok" | "unavailable", "reason": "…"}}.
 */
public final class HealthServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Supplier<ProbeResult>> paths;

    private HealthServer(HttpServer server, Probes probes) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(2, work -> {
            var thread = new Thread(work, "health");
            thread.setDaemon(true);
            return thread;
        });
        this.paths = Map.of(
                "/livez", probes::live,
                "/health", probes::live,
                "/readyz", probes::ready,
                "/ready", probes::ready,
                "/startup", probes::started);
    }

    /**
     * Starts to answer.
     *
     * @throws UncheckedIOException when the address cannot be had
     */
    public static HealthServer start(InetSocketAddress address, Probes probes) {
        try {
            var health = new HealthServer(HttpServer.create(address, 0), probes);
            health.server.setExecutor(health.threads);
            health.server.createContext("/", health::answer);
            health.server.start();
            return health;
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot listen on " + address, refused);
        }
    }

    /** Where it listens, with the port that was really taken. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var probe = Optional.ofNullable(paths.get(exchange.getRequestURI().getPath()));
            if (probe.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else {
                send(exchange, probe.get().get());
            }
        }
    }

    private static void send(HttpExchange exchange, ProbeResult result) throws IOException {
        String status = result.ok() ? "ok" : "unavailable";
        String reason = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(result.reason()));
        byte[] body = "{\"status\":\"%s\",\"reason\":\"%s\"}\n"
                .formatted(status, reason)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(result.ok() ? 200 : 503, body.length);
        exchange.getResponseBody().write(body);
    }
}
