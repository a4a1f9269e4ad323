package com.nineminds.temporal.cluster.node.run;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes single attempts of httpGet (plain HTTP), tcpSocket and exec probes, on threads of its own. */
public final class Prober implements AutoCloseable {
    private static final int FIRST_FAILING_STATUS = 400;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "probe");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .executor(threads)
            .build();

    CompletableFuture<ProbeResult> attempt(Probe probe, ProbeTarget target) {
        return CompletableFuture.supplyAsync(() -> run(probe, target), threads);
    }

    private ProbeResult run(Probe probe, ProbeTarget target) {
        Duration timeout = Duration.ofSeconds(probe.getTimeoutSeconds() == null ? 1 : probe.getTimeoutSeconds());
        try {
            if (probe.getHttpGet() != null) {
                return get(probe.getHttpGet(), target, timeout);
            }
            if (probe.getTcpSocket() != null) {
                return connect(probe.getTcpSocket(), target, timeout);
            }
            return probe.getExec() == null
                    ? ProbeResult.failure("this node supports httpGet, tcpSocket and exec probes only")
                    : execute(probe.getExec().getCommand(), target, timeout);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return ProbeResult.failure("interrupted");
        }
    }

    private ProbeResult get(HTTPGetAction get, ProbeTarget target, Duration timeout) throws InterruptedException {
        if ("HTTPS".equals(get.getScheme())) {
            return ProbeResult.failure("this node supports plain HTTP probes only");
        }
        String host = host(get.getHost(), target);
        int port = target.port(get.getPort());
        String path = get.getPath() == null ? "/" : get.getPath();
        String url = "http://%s:%d%s".formatted(host, port, path.startsWith("/") ? path : "/" + path);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(timeout)
                    .header("User-Agent", "kube-probe/1.36")
                    .header("Accept", "*/*");
            get.getHttpHeaders().stream()
                    .filter(header -> !header.getName().equalsIgnoreCase("Host"))
                    .forEach(header -> request.setHeader(header.getName(), header.getValue()));
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status < FIRST_FAILING_STATUS
                    ? ProbeResult.SUCCESS
                    : ProbeResult.failure("HTTP probe failed with statuscode: " + status);
        } catch (HttpTimeoutException late) {
            return ProbeResult.failure(
                    "Get \"%s\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
                            .formatted(url));
        } catch (ConnectException refused) {
            return ProbeResult.failure("Get \"%s\": %s".formatted(url, refusal(host, port)));
        } catch (IOException | IllegalArgumentException failed) {
            return ProbeResult.failure("Get \"%s\": %s".formatted(url, failed.getMessage()));
        }
    }

    private static ProbeResult connect(TCPSocketAction action, ProbeTarget target, Duration timeout) {
        String host = host(action.getHost(), target);
        int port = target.port(action.getPort());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
            return ProbeResult.SUCCESS;
        } catch (SocketTimeoutException late) {
            return ProbeResult.failure("dial tcp %s:%d: i/o timeout".formatted(host, port));
        } catch (IOException | IllegalArgumentException failed) {
            return ProbeResult.failure(refusal(host, port));
        }
    }

    private static ProbeResult execute(List<String> command, ProbeTarget target, Duration timeout)
            throws InterruptedException {
        LogRing output = new LogRing();
        try {
            CommandContainer run = CommandContainer.start(target.command().apply(command), output);
            Integer code = run.exit()
                    .completeOnTimeout(null, timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            if (code == null) {
                run.kill();
                return ProbeResult.failure("command timed out: \"%s\" timed out after %ds"
                        .formatted(String.join(" ", command), timeout.toSeconds()));
            }
            return code == 0 ? ProbeResult.SUCCESS : ProbeResult.failure(output.tail(1024, 20));
        } catch (IOException missing) {
            return ProbeResult.failure("exec: \"%s\": executable file not found in $PATH".formatted(command.get(0)));
        }
    }

    private static String host(@Nullable String asked, ProbeTarget target) {
        return asked == null || asked.isEmpty() ? target.address() : asked;
    }

    private static String refusal(String host, int port) {
        return "dial tcp %s:%d: connect: connection refused".formatted(host, port);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
