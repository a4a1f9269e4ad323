package com.nineminds.temporal.operator.management;

/** What a probe found; {@code reason} is one line for a person. */
public record ProbeResult(boolean ok, String reason) {
    public static ProbeResult ok(String reason) {
        return new ProbeResult(true, reason);
    }

    public static ProbeResult failed(String reason) {
        return new ProbeResult(false, reason);
    }
}
