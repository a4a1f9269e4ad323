package com.nineminds.temporal.deploy.image;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program of an image once and has its JVM write down what it loaded and linked: a file for {@code -XX:AOTCache} (JEP 514)
 * that fits this image and no other.
 */
public final class TrainingRun {
    private static final int STARTING_SECONDS = 60;
    private static final int WRITING_SECONDS = 180;

    private final UnpackedImage image;
    private final Path folder;

    private TrainingRun(UnpackedImage image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /**
     * @param args the module that the image is of; the image's tar, made without a cache; the file to write; an empty folder for
     *     everything else
     * @throws IOException if the program does not start, or the cache is not written; the log in the folder may tell why
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path cache = Path.of(args[2]).toAbsolutePath();
        Path folder = Path.of(args[3]).toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(cache.getParent()));
        var run = new TrainingRun(UnpackedImage.unpack(Path.of(args[1]), folder), folder);
        try (Training training = Training.of(args[0], folder)) {
            run.train(training, cache);
        }
    }

    private void train(Training training, Path cache) throws IOException, InterruptedException {
        int port = freePort();
        Process program = start(training, port, cache);
        try {
            awaitAnswer(program, port);
            training.exercise();
            ask(port, "/metrics");
            program.destroy();
            if (!program.waitFor(WRITING_SECONDS, TimeUnit.SECONDS) || !Files.exists(cache)) {
                throw new IOException("no cache was written; see " + log());
            }
        } finally {
            program.destroyForcibly();
        }
    }

    private Process start(Training training, int port, Path cache) throws IOException {
        // A heap as small as a pod's: beyond 32 GiB, as the share of a large machine's memory may be, pointers are
        // others.
        List<String> flags = List.of("-XX:AOTCacheOutput=" + cache, "-Xmx512m");
        ProcessBuilder program = new ProcessBuilder(image.command(flags))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        program.environment().clear();
        program.environment().putAll(training.environment());
        program.environment().put(training.portVariable(), String.valueOf(port));
        return program.start();
    }

    private void awaitAnswer(Process program, int port) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            try {
                ask(port, "/livez");
                return;
            } catch (IOException notYet) {
                if (program.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IOException(
                            "the program ended with " + program.exitValue() + " at its start; see " + log(), notYet);
                }
                if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(STARTING_SECONDS)) {
                    throw new IOException("the program does not answer; see " + log(), notYet);
                }
            }
        }
    }

    private static void ask(int port, String path) throws IOException {
        URLConnection connection =
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setReadTimeout(10_000);
        connection.getInputStream().close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path log() {
        return folder.resolve("program.log");
    }
}
