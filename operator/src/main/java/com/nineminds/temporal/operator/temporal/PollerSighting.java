package com.nineminds.temporal.operator.temporal;

import java.time.Instant;

/**
 * A worker that the server saw polling.
 *
 * @param identity what the worker calls itself; workers of this project put their pod's name in it
 * @param lastAccess when one of its polls last began or ended, by the server's clock. An idle worker's is up to a minute old, because a
 *     poll waits that long; the server forgets it after some minutes
 */
public record PollerSighting(String identity, Instant lastAccess) {}
