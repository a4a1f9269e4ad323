package com.nineminds.temporal.worker.tenant.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** What the store is told about the session that pays for a tenant. */
public record CheckoutSessionStatus(
        String checkoutSessionId, Status workflowStatus, Optional<String> workflowId, Optional<String> error) {

    /** The store's words. */
    public enum Status {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("started")
        STARTED,
        @JsonProperty("in_progress")
        IN_PROGRESS,
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("failed")
        FAILED
    }
}
