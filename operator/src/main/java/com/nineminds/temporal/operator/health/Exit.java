package com.nineminds.temporal.operator.health;

import java.time.Instant;

/** How a container ended. */
public record Exit(int code, String reason, Instant at) {
    public boolean failed() {
        return code != 0;
    }

    public boolean outOfMemory() {
        return "OOMKilled".equals(reason);
    }

    /** Exit code and Kubernetes' reason; never the log, which may hold a secret. */
    public String text() {
        return reason.isEmpty() ? "exit code " + code : "exit code " + code + ", " + reason;
    }
}
