package com.nineminds.temporal.operator.gate;

import java.time.Instant;

/** A poller that the Temporal server remembers: its identity, what it asked for, and when it did last. */
public record Sighting(String identity, TaskKind kind, Instant lastAccess) {}
