package com.nineminds.temporal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The chart. */
public final class Chart {
    public static final Path FOLDER = Path.of("helm", "temporal-worker-operator");

    /** A Helm that was built without release flags takes 1.20 for the version of a cluster that it does not ask. */
    private static final String KUBERNETES = "1.36.0";

    private Chart() {}

    /** Skips the test that asks where there is no Helm. */
    static void needsHelm() {
        if (!Helm.there()) {
            System.out.println("ChartTest skipped: no helm on the PATH");
        }
        assumeThat(Helm.there()).as("helm 3 is on the PATH").isTrue();
    }

    /** Everything that an installation as {@code release} in the namespace {@code operations} consists of. */
    static Rendered render(String... options) {
        Helm.Run run = helm("template", options);
        assertThat(run.code()).as(run.output()).isZero();
        return new Rendered(Stream.of(run.output().split("(?m)^---$"))
                .filter(document -> document.contains("kind:"))
                .map(document -> (HasMetadata) Serialization.unmarshal(document))
                .toList());
    }

    /** @param command of Helm that takes a release and a chart */
    static Helm.Run helm(String command, String... options) {
        List<String> words = new ArrayList<>(List.of(command));
        if (command.equals("template")) {
            words.addAll(List.of("release", "--namespace", "operations", "--kube-version", KUBERNETES));
        }
        words.add(FOLDER.toString());
        words.addAll(List.of(options));
        return Helm.run(words);
    }
}
