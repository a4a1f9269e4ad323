package com.nineminds.temporal.cluster.node.run;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.Optional;

/** The three probes of a container. */
public enum ProbeKind {
    STARTUP("Startup"),
    LIVENESS("Liveness"),
    READINESS("Readiness");

    private final String title;

    ProbeKind(String title) {
        this.title = title;
    }

    /** As events name it. */
    public String title() {
        return title;
    }

    public Optional<Probe> of(Container container) {
        return Optional.ofNullable(
                switch (this) {
                    case STARTUP -> container.getStartupProbe();
                    case LIVENESS -> container.getLivenessProbe();
                    case READINESS -> container.getReadinessProbe();
                });
    }
}
