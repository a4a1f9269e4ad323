package com.nineminds.temporal.operator.gate;

import java.time.Instant;

/** A Ready pod of which pollers are expected. */
public record PollingPod(String name, Instant startedAt, Instant readySince) {}
