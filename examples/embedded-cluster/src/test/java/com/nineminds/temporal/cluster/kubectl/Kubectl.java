package com.nineminds.temporal.cluster.kubectl;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the kubectl of this machine against one cluster and in one namespace, with a home of its own. */
final class Kubectl {
    private static final String VARIABLE = "TEST_KUBECTL";
    private static final int PATIENCE_SECONDS = 120;

    private final String command;
    private final Path home;
    private final Path kubeconfig;
    private final String namespace;

    private Kubectl(String command, Path home, Path kubeconfig, String namespace) {
        this.command = command;
        this.home = home;
        this.kubeconfig = kubeconfig;
        this.namespace = namespace;
    }

    /** The kubectl that {@code TEST_KUBECTL} names, else one on the path. */
    static Optional<String> command() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            return Optional.of(named);
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "kubectl"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    static Kubectl of(Path home, String kubeconfig) {
        try {
            Path file = Files.writeString(home.resolve("kubeconfig"), kubeconfig);
            return new Kubectl(command().orElseThrow(), home, file, "default");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Kubectl in(String otherNamespace) {
        return new Kubectl(command, home, kubeconfig, otherNamespace);
    }

    /** A file of the test's resources. */
    static String file(String name) {
        return Path.of("src", "test", "resources", "kubectl", name).toString();
    }

    /** What kubectl printed; fails when its exit code is not 0. */
    String run(String... arguments) {
        Result result = result(arguments);
        if (result.code() != 0) {
            throw new AssertionError("kubectl " + String.join(" ", arguments) + "\n" + result.output());
        }
        return result.output();
    }

    /** What kubectl printed when it refused. */
    String refused(String... arguments) {
        Result result = result(arguments);
        if (result.code() == 0) {
            throw new AssertionError("kubectl " + String.join(" ", arguments) + " was not refused\n" + result.output());
        }
        return result.output();
    }

    private Result result(String... arguments) {
        try {
            Path output = Files.createTempFile(home, "output", ".txt");
            Process process = start(output, arguments);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("kubectl " + String.join(" ", arguments) + " does not end");
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Starts kubectl and leaves it running; its output goes to a file. */
    Process start(Path output, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command, "--namespace", namespace));
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        return builder.start();
    }

    private record Result(int code, String output) {}

    static String read(Path output) {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
