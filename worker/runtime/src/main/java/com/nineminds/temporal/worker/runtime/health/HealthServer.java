package com.nineminds.temporal.worker.runtime.health;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers GET on {@code /livez} (alias {@code /health}), {@code /readyz} (alias {@code /ready}) and {@code /startup}: 200 or 503, with
 * {@code {"status": "ok" | "unavailable", "reason": "…"}}; and on the paths of further pages.
 */
public final class HealthServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Supplier<ProbeResult>> paths;
    private final Map<String, Supplier<Page>> pages;

    private HealthServer(HttpServer server, Probes probes, Map<String, Supplier<Page>> pages) {
        this.server = server;
        this.pages = Map.copyOf(pages);
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
     * @throws HealthAddressException when the address cannot be had
     */
    public static HealthServer start(InetSocketAddress address, Probes probes, Map<String, Supplier<Page>> pages) {
        try {
            var health = new HealthServer(HttpServer.create(address, 0), probes, pages);
            health.server.setExecutor(health.threads);
            health.server.createContext("/", health::answer);
            health.server.start();
            return health;
        } catch (IOException refused) {
            throw new HealthAddressException(address, refused);
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
            String path = exchange.getRequestURI().getPath();
            var probe = Optional.ofNullable(paths.get(path));
            var page = Optional.ofNullable(pages.get(path));
            if (probe.isEmpty() && page.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else if (page.isPresent()) {
                send(exchange, 200, page.get().get());
            } else {
                ProbeResult result = probe.get().get();
                send(exchange, result.ok() ? 200 : 503, page(result));
            }
        }
    }

    private static Page page(ProbeResult result) {
        String status = result.ok() ? "ok" : "unavailable";
        String reason = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(result.reason()));
        return new Page("application/json", "{\"status\":\"%s\",\"reason\":\"%s\"}\n".formatted(status, reason));
    }

    private static void send(HttpExchange exchange, int status, Page page) throws IOException {
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
