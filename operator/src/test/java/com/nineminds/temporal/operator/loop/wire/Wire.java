package com.nineminds.temporal.operator.loop.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Plain HTTP on the loopback interface in front of an API server, for one operator, which gets through with what the shipped role grants. */
public final class Wire implements AutoCloseable {
    static {
        // Without it every answer on a kept connection waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int CREATED = 201;

    private final KubernetesClient upstream;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Wire::daemon);
    private final Script script = new Script();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<Permission> used = ConcurrentHashMap.newKeySet();
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicInteger struck = new AtomicInteger();
    private volatile boolean dead;

    /** @param upstream without retries of its own; closed by its owner */
    public Wire(KubernetesClient upstream) {
        this.upstream = upstream;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        return thread;
    }

    /** The way through the wire. */
    public Config config() {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .withOnlyHttpWatches(true)
                .build();
    }

    /** The same for an operator in a process of its own, as YAML. */
    public String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: wire, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: anyone, user: {}}]
                contexts: [{name: wire, context: {cluster: wire, user: anyone}}]
                current-context: wire
                """.formatted(server.getAddress().getPort());
    }

    /** The next requests of this kind suffer a fault. */
    public void next(int count, Predicate<Call> which, Fault fault) {
        script.next(count, which, fault);
    }

    /** Every request of this kind suffers a fault until {@link #heal}. */
    public void always(Predicate<Call> which, Fault fault) {
        script.next(Integer.MAX_VALUE, which, fault);
    }

    public void heal() {
        script.clear();
    }

    /** Requests and watches that suffered a fault. */
    public int struck() {
        return struck.get();
    }

    public boolean dead() {
        return dead;
    }

    /** All requests since the last {@link #mark}, in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** What the requests about resources needed since the beginning; an apply that made an object needed {@code create} as well. */
    public Set<Permission> used() {
        return used.stream()
                .filter(permission -> !permission.resource().isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Call> calls(Predicate<Call> which) {
        return calls.stream().filter(which).toList();
    }

    public List<Call> last(int count) {
        List<Call> all = calls();
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    public void mark() {
        calls.clear();
    }

    public void dropWatches() {
        watches().forEach(stream -> {
            struck.incrementAndGet();
            stream.end();
        });
    }

    public void expireWatches() {
        watches().forEach(stream -> {
            struck.incrementAndGet();
            stream.expire();
        });
    }

    private List<Stream> watches() {
        return streams.stream().filter(stream -> stream.call.watch()).toList();
    }

    private void handle(HttpExchange exchange) {
        Call call = Call.of(exchange.getRequestMethod(), exchange.getRequestURI());
        Stream stream = new Stream(call, exchange);
        streams.add(stream);
        try {
            calls.add(call);
            serve(exchange, call, stream);
        } catch (IOException | ExecutionException e) {
            // the operator or the API server went away: the connection ends, as it would without a wire
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stream.end();
            streams.remove(stream);
        }
    }

    private void serve(HttpExchange exchange, Call call, Stream stream)
            throws IOException, ExecutionException, InterruptedException {
        if (dead) {
            return;
        }
        if ("websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"))) {
            // No WebSocket passes; after this answer a client asks without.
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        used.add(call.needs());
        if (!ShippedRole.grants(call.needs())) {
            answer(exchange, Fault.forbidden());
            return;
        }
        Optional<Fault> fault = script.take(call);
        if (fault.isEmpty()) {
            forward(exchange, stream);
            return;
        }
        struck.incrementAndGet();
        if (fault.get() instanceof Fault.Answer answer) {
            answer(exchange, answer);
        } else if (fault.get() instanceof Fault.Silence) {
            stream.awaitEnd();
        } else {
            HttpResponse<byte[]> answer = upstream.getHttpClient()
                    .sendAsync(request(exchange), byte[].class)
                    .get();
            if (fault.get() instanceof Fault.Death) {
                die();
            } else if (fault.get() instanceof Fault.LateAnswer late) {
                late.happened().await();
                send(exchange, answer.code(), answer.body());
            }
        }
    }

    private void die() {
        dead = true;
        streams.forEach(Stream::end);
    }

    private void forward(HttpExchange exchange, Stream stream)
            throws IOException, ExecutionException, InterruptedException {
        HttpResponse<AsyncBody> response = upstream.getHttpClient()
                .consumeBytes(request(exchange), stream::pass)
                .get();
        response.headers().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Content-Type") || name.equalsIgnoreCase("Retry-After")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        if (response.code() == CREATED) {
            used.add(new Permission("create", stream.call.group(), stream.call.resource()));
        }
        stream.begin(response.code(), response.body());
        stream.awaitEnd();
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        URI asked = exchange.getRequestURI();
        String path = asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
        HttpRequest.Builder request = upstream.getHttpClient()
                .newHttpRequestBuilder()
                .uri(upstream.getMasterUrl().toString().replaceAll("/$", "") + path)
                .method(exchange.getRequestMethod(), type, body.isEmpty() ? null : body);
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        if (accept != null) {
            request.header("Accept", accept);
        }
        return request.build();
    }

    private static void answer(HttpExchange exchange, Fault.Answer answer) throws IOException {
        String status = "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"code\":"
                + answer.code() + ",\"reason\":\"" + answer.reason() + "\",\"message\":\"scripted on the wire\"}";
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        send(exchange, answer.code(), status.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int code, byte[] json) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, json.length);
        exchange.getResponseBody().write(json);
    }

    @Override
    public void close() {
        dead = true;
        streams.forEach(Stream::end);
        server.stop(0);
        threads.shutdownNow();
    }
}
