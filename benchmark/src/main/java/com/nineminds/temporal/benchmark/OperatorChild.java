package com.nineminds.temporal.benchmark;

import com.nineminds.temporal.operator.OperatorApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operator in a JVM of its own, as its image starts it; its log goes to a file. */
final class OperatorChild implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final URI metrics;
    private final long startedAt = System.nanoTime();

    /**
     * @param jvmOptions e.g. {@code -Xmx128m}
     * @param log is appended to
     */
    OperatorChild(Path kubeconfig, String namespace, List<String> jvmOptions, Path log) {
        try {
            int port = freePort();
            metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvmOptions);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), OperatorApplication.class.getName()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("KUBECONFIG", kubeconfig.toString());
            builder.environment().put("WATCH_NAMESPACES", namespace);
            builder.environment().put("MANAGEMENT_PORT", String.valueOf(port));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** @return no samples while nobody answers */
    Metrics metrics() {
        try {
            HttpRequest request = HttpRequest.newBuilder(metrics)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return Metrics.parse(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the operator ended with " + process.exitValue() + ", see its log", e);
            }
            return Metrics.parse("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Footprint footprint() {
        return Footprint.of(process.toHandle());
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
