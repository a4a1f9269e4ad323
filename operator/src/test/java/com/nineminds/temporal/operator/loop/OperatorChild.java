package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.operator.OperatorApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The operator in a JVM of its own, as its image starts it: configured by its environment alone, known by what it logs. */
final class OperatorChild implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Path kubeconfig;
    private final Process process;
    private final Thread reader;

    /** @param environment all of it, beside {@code KUBECONFIG} */
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
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OperatorApplication.class.getName())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        process = builder.start();
        reader = new Thread(this::read, "operator-output");
        reader.setDaemon(true);
        reader.start();
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
