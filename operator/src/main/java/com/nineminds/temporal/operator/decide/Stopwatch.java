package com.nineminds.temporal.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Time that was counted so far, and since when it is being counted. Persisted, so a restart neither loses nor repeats time; a clock
 * that goes backwards counts nothing.
 */
public record Stopwatch(Duration counted, Optional<Instant> runningSince) {
    public static final Stopwatch ZERO = new Stopwatch(Duration.ZERO, Optional.empty());

    public Stopwatch run(boolean run, Instant now) {
        if (run == runningSince.isPresent()) {
            return this;
        }
        return run ? new Stopwatch(counted, Optional.of(now)) : new Stopwatch(elapsed(now), Optional.empty());
    }

    public Duration elapsed(Instant now) {
        Duration running =
                runningSince.map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
        return running.isNegative() ? counted : counted.plus(running);
    }

    /** What is left of {@code limit}, never negative. */
    public Duration remaining(Duration limit, Instant now) {
        Duration left = limit.minus(elapsed(now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean reached(Duration limit, Instant now) {
        return elapsed(now).compareTo(limit) >= 0;
    }
}
