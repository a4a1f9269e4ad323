package com.nineminds.temporal.operator.gate;

import java.time.Instant;

/** A poller that the Temporal server remembers: its identity, and when it last asked for work. */
public record Sighting(String identity, Instant lastAccess) {}
