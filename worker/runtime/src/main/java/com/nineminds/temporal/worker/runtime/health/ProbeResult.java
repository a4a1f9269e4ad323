package com.nineminds.temporal.worker.runtime.health;

/** The answer to a probe; {@code reason} says why it is not ok, or what the worker is doing when it is. */
public record ProbeResult(boolean ok, String reason) {

    public static ProbeResult ok(String reason) {
        return new ProbeResult(true, reason);
    }

    public static ProbeResult notOk(String reason) {
        return new ProbeResult(false, reason);
    }
}
