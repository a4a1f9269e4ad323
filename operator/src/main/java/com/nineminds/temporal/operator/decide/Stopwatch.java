package com.nineminds.temporal.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Time that was counted so far, and since when it is being counted. Persisted, so a restart neither loses nor repeats time; a clock
 * that goes backwards counts nothing and is counted from anew.
 */
public record Stopwatch(Duration counted, Optional<Instant> runningSince) {
    public static final Stopwatch ZERO = new Stopwatch(Duration.ZERO, Optional.empty());

    public Stopwatch run(boolean run, Instant now) {
        boolean ahead = runningSince.filter(since -> since.isAfter(now)).isPresent();
        if (run == runningSince.isPresent() && !ahead) {
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
