package com.nineminds.temporal.operator.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers GET on {@code /livez} and {@code /readyz} (200 or 503, with the reason as text) and on {@code /metrics}. */
public final class ManagementServer implements AutoCloseable {
    private static final int THREADS = 2;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private record Page(int code, String contentType, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, ManagementServer::daemon);
    private final Probes probes;
    private final Supplier<String> metrics;

    private ManagementServer(HttpServer server, Probes probes, Supplier<String> metrics) {
        this.server = server;
        this.probes = probes;
        this.metrics = metrics;
    }

    /**
     * @param port on all addresses; 0 takes a free one
     * @param metrics in Prometheus' text format
     * @throws IOException if the port cannot be had
     */
    public static ManagementServer start(int port, Probes probes, Supplier<String> metrics) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(port), 0);
        ManagementServer server = new ManagementServer(http, probes, metrics);
        http.setExecutor(server.threads);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "management");
        thread.setDaemon(true);
        return thread;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Page page = exchange.getRequestMethod().equals("GET")
                    ? page(exchange.getRequestURI().getPath())
                    : new Page(405, TEXT, "only GET\n");
            byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(page.code(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Page page(String path) {
        return switch (path) {
            case "/livez" -> page(probes.live());
            case "/readyz" -> page(probes.ready());
            case "/metrics" -> new Page(200, PROMETHEUS, metrics.get());
            default -> new Page(404, TEXT, "there are /livez, /readyz and /metrics\n");
        };
    }

    private static Page page(ProbeResult result) {
        return new Page(result.ok() ? 200 : 503, TEXT, result.reason() + "\n");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
