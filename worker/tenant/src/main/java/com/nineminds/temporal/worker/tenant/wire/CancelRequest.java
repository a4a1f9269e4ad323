package com.nineminds.temporal.worker.tenant.wire;

/** The {@code cancel} signal. */
public record CancelRequest(String reason, String cancelledBy) {}
