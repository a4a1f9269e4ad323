package com.nineminds.temporal.worker.runtime;

import java.time.Duration;

/** Waiting times between attempts to connect: doubling from half a second up to ten, each cut by up to half at random. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration CAP = Duration.ofSeconds(10);
    private static final int DOUBLINGS_TO_CAP = 5;

    private Backoff() {}

    /**
     * The wait after an attempt.
     *
     * @param attempt 0 for the first
     * @param random at least 0, less than 1; spreads the workers of a fleet that lost the same server
     */
    static Duration after(int attempt, double random) {
        Duration full = FIRST.multipliedBy(1L << Math.min(attempt, DOUBLINGS_TO_CAP));
        Duration capped = full.compareTo(CAP) > 0 ? CAP : full;
        return Duration.ofMillis(Math.round(capped.toMillis() * (1 - random / 2)));
    }
}
