package com.nineminds.temporal.embedded;

import java.time.Clock;
import java.time.Duration;

/**
 * How an {@link EmbeddedTemporal} runs.
 *
 * @param port TCP port on the loopback address; 0 takes a free one
 * @param pollerTimeToLive how long a poller stays known after its last access. A poll of an idle queue returns after 20 s,
 *     so a shorter time forgets workers that are alive. A production server's default is 5 minutes
 *     ({@code matching.PollerHistoryTTL})
 * @param clock gives the times of access and decides what is too old; workflow time is not affected
 */
public record EmbeddedTemporalOptions(int port, Duration pollerTimeToLive, Clock clock) {

    /** Refuses a port outside 0..65535 and a time to live that is not positive. */
    public EmbeddedTemporalOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be between 0 (any free port) and 65535, not " + port);
        }
        if (pollerTimeToLive.isZero() || pollerTimeToLive.isNegative()) {
            throw new IllegalArgumentException(
                    "pollerTimeToLive must be positive, for example PT30S, not " + pollerTimeToLive);
        }
    }

    /** A free port, pollers known for 30 seconds, the system clock. */
    public static EmbeddedTemporalOptions defaults() {
        return new EmbeddedTemporalOptions(0, Duration.ofSeconds(30), Clock.systemUTC());
    }

    /** The same on another port. */
    public EmbeddedTemporalOptions withPort(int value) {
        return new EmbeddedTemporalOptions(value, pollerTimeToLive, clock);
    }

    /** The same with another time to live. */
    public EmbeddedTemporalOptions withPollerTimeToLive(Duration value) {
        return new EmbeddedTemporalOptions(port, value, clock);
    }

    /** The same with another clock. */
    public EmbeddedTemporalOptions withClock(Clock value) {
        return new EmbeddedTemporalOptions(port, pollerTimeToLive, value);
    }
}
