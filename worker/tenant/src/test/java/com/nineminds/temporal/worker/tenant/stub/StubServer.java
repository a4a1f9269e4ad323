package com.nineminds.temporal.worker.tenant.stub;

import com.google.common.util.concurrent.Uninterruptibles;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP service in this process that can be told to misbehave. */
public final class StubServer implements AutoCloseable {

    /** What came in. Header names are in lower case. */
    public record Request(String method, String path, Map<String, String> headers, String body) {}

    /** What goes out. */
    public record Answer(int status, Map<String, String> headers, String body) {

        public static Answer of(int status) {
            return new Answer(status, Map.of(), "{}");
        }

        public Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body);
        }
    }

    private static final int LOST = 0;
    private static final int STALLED = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Function<Request, Answer> service;
    private final Deque<Function<Request, Answer>> faults = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean down;

    public StubServer(Function<Request, Answer> service) {
        this.service = service;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The next request gets this answer instead of the service's. */
    public synchronized void failNext(Answer answer) {
        faults.add(request -> answer);
    }

    /** The next request is served, but its answer is lost. */
    public synchronized void loseNextAnswer() {
        faults.add(request -> {
            Answer unused = service.apply(request);
            return Answer.of(LOST);
        });
    }

    /** The next request gets the beginning of an answer, and never the rest. */
    public synchronized void stallNextAnswer() {
        faults.add(request -> Answer.of(STALLED));
    }

    /** Answers 503 until it is up again. */
    public synchronized void setDown(boolean value) {
        down = value;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized Function<Request, Answer> next() {
        if (down) {
            return request -> Answer.of(503);
        }
        return faults.isEmpty() ? service : faults.remove();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = next().apply(read(exchange));
            if (answer.status() == LOST) {
                return;
            }
            if (answer.status() == STALLED) {
                stall(exchange);
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Until the server is closed. */
    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        Uninterruptibles.awaitUninterruptibly(closed);
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
