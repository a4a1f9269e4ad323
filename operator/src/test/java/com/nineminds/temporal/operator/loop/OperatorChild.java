package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.operator.OperatorApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The operator in a JVM of its own, as its image starts it: configured by its environment alone, known by what it logs. */
final class OperatorChild implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Path kubeconfig;
    private final int port;
    private final Process process;
    private final Thread reader;

    /** @param environment all of it, beside {@code KUBECONFIG} and {@code MANAGEMENT_PORT} */
    static OperatorChild start(String kubeconfig, Map<String, String> environment) {
        try {
            return new OperatorChild(
                    Files.writeString(Files.createTempFile("operator", ".kubeconfig"), kubeconfig), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OperatorChild(Path kubeconfig, Map<String, String> environment) throws IOException {
        this.kubeconfig = kubeconfig;
        this.port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OperatorApplication.class.getName())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("MANAGEMENT_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        process = builder.start();
        reader = new Thread(this::read, "operator-output");
        reader.setDaemon(true);
        reader.start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** @return code and body of {@code /livez}, {@code /readyz} or {@code /metrics}; 0 while nobody answers */
    Answer get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body().strip());
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(int code, String body) {}

    /** Waits until the probe is answered so. */
    void await(String path, int code, String body) {
        Awaitility.await(path + " " + code + " " + body)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get(path), new Answer(code, body)::equals);
    }

    /** Stops the process where it is; SIGCONT lets it go on. */
    void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + signal + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("output ended: " + e);
        }
    }

    /** What it wrote so far, a JSON object a line. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    List<String> errors() {
        return lines.stream()
                .filter(line -> line.contains("\"level\":\"ERROR\""))
                .toList();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** SIGTERM, as the kubelet sends it. */
    void terminate() {
        process.destroy();
    }

    /** @return the exit code */
    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the operator does not end; it says " + lines);
            }
            reader.join(PATIENCE.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
        try {
            Files.deleteIfExists(kubeconfig);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
