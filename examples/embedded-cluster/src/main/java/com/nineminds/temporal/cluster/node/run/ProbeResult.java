package com.nineminds.temporal.cluster.node.run;

/**
 * The outcome of one attempt.
 *
 * @param message what went wrong, in the kubelet's words; empty on success
 */
public record ProbeResult(boolean success, String message) {
    static final ProbeResult SUCCESS = new ProbeResult(true, "");

    static ProbeResult failure(String message) {
        return new ProbeResult(false, message);
    }
}
