package com.nineminds.temporal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The chart, and the {@code helm} that is on the path. */
final class Chart {
    static final Path FOLDER = Path.of("helm", "temporal-worker-operator");

    /** A Helm that was built without release flags takes 1.20 for the version of a cluster that it does not ask. */
    private static final String KUBERNETES = "1.36.0";

    private Chart() {}

    /** Skips the test that asks where there is no Helm. */
    static void needsHelm() {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "helm")));
        if (!there) {
            System.out.println("ChartTest skipped: no helm on the PATH");
        }
        assumeThat(there).as("helm 3 is on the PATH").isTrue();
    }

    /** Everything that an installation as {@code release} in the namespace {@code operations} consists of. */
    static Rendered render(String... options) {
        Run run = helm("template", options);
        assertThat(run.code()).as(run.output()).isZero();
        return new Rendered(Stream.of(run.output().split("(?m)^---$"))
                .filter(document -> document.contains("kind:"))
                .map(document -> (HasMetadata) Serialization.unmarshal(document))
                .toList());
    }

    /** @param command of Helm that takes a release and a chart */
    static Run helm(String command, String... options) {
        List<String> words = new ArrayList<>(List.of("helm", command));
        if (command.equals("template")) {
            words.addAll(List.of("release", "--namespace", "operations", "--kube-version", KUBERNETES));
        }
        words.add(FOLDER.toString());
        words.addAll(List.of(options));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Run(int code, String output) {}
}
