package com.nineminds.temporal.cluster.node.run;

import io.fabric8.kubernetes.api.model.Probe;
import java.util.Optional;

/** Turns single results into a verdict by the probe's thresholds. Not thread-safe. */
final class ProbeCounter {
    private static final int DEFAULT_FAILURES = 3;

    private final int successThreshold;
    private final int failureThreshold;
    private boolean last;
    private int count;

    ProbeCounter(Probe probe) {
        this.successThreshold = probe.getSuccessThreshold() == null ? 1 : probe.getSuccessThreshold();
        this.failureThreshold = probe.getFailureThreshold() == null ? DEFAULT_FAILURES : probe.getFailureThreshold();
    }

    /** The verdict that this result leads to; empty while the threshold is not reached. */
    Optional<Boolean> add(boolean success) {
        count = success == last ? count + 1 : 1;
        last = success;
        return count >= (success ? successThreshold : failureThreshold) ? Optional.of(success) : Optional.empty();
    }
}
