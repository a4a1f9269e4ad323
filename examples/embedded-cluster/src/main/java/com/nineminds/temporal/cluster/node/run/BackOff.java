package com.nineminds.temporal.cluster.node.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The kubelet's back-off: nothing holds the first attempt after a failure back, every further one waits twice as long
 * as the one before, and after a failure-free time of twice the longest delay it starts over. Not thread-safe.
 */
public final class BackOff {
    private final Duration base;
    private final Duration longest;
    private Duration delay = Duration.ZERO;
    private Instant changed = Instant.EPOCH;

    public BackOff(Duration base, Duration longest) {
        this.base = base;
        this.longest = longest;
    }

    /** The delay that now applies after a failure; zero before the first. */
    public Duration delay() {
        return delay;
    }

    /** How long an attempt still has to wait after a failure at {@code failed}; empty when it may be made. */
    public Optional<Duration> remaining(Instant failed, Instant now) {
        Duration left = Duration.between(now, failed.plus(delay));
        return expired(failed) || left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /** Notes that an attempt is made after a failure at {@code failed}. */
    public void attempt(Instant failed, Instant now) {
        Duration doubled = delay.multipliedBy(2);
        delay = delay.isZero() || expired(failed) ? base : doubled.compareTo(longest) > 0 ? longest : doubled;
        changed = now;
    }

    private boolean expired(Instant failed) {
        return Duration.between(changed, failed).compareTo(longest.multipliedBy(2)) > 0;
    }
}
