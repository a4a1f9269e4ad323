package com.nineminds.temporal.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.deploy.Chart;
import com.nineminds.temporal.deploy.Helm;
import java.util.ArrayList;
import java.util.List;

/** The chart in a namespace of its own, as Helm keeps it. */
final class Release {
    static final String NAME = "operator";
    /** A dead leader is replaced after this, which is the least that is allowed. */
    private static final String LEASE = "5s";

    private final InstallLevel level;
    private final String namespace;

    Release(InstallLevel level, String namespace) {
        this.level = level;
        this.namespace = namespace;
    }

    /** Takes over a definition that somebody else applied before; returns when both pods are Ready. */
    void install() {
        apply("install", List.of("--take-ownership"), level.operator(), List.of());
    }

    /** Returns when both new pods are Ready. */
    void upgrade(String image, String... settings) {
        apply("upgrade", List.of(), image, List.of(settings));
    }

    void uninstall() {
        assertDone(helm("uninstall", NAME, "--wait"));
    }

    private void apply(String command, List<String> options, String image, List<String> settings) {
        int colon = image.lastIndexOf(':');
        List<String> values = new ArrayList<>(List.of(
                "image.repository=" + image.substring(0, colon),
                "image.tag=" + image.substring(colon + 1),
                "fullnameOverride=" + NAME,
                "leaderElection.leaseDuration=" + LEASE,
                "metrics.service=true"));
        values.addAll(settings);
        List<String> words = new ArrayList<>(List.of(command, NAME, Chart.FOLDER.toString(), "--wait"));
        words.addAll(options);
        values.forEach(value -> words.addAll(List.of("--set", value)));
        assertDone(helm(words.toArray(String[]::new)));
    }

    private Helm.Run helm(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--namespace", namespace, "--kubeconfig", level.kubeconfig().toString()));
        return Helm.run(all);
    }

    private static void assertDone(Helm.Run run) {
        assertThat(run.code()).as(run.output()).isZero();
    }
}
