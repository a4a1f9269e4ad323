package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.operator.decide.Clocks;
import com.nineminds.temporal.operator.decide.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the clocks of the rollout have counted. */
public enum Hour {
    FRESH(Duration.ZERO, Duration.ZERO),
    /** Hold and bake are over. */
    HELD(Duration.ZERO, Duration.ofHours(1)),
    LATE(Space.DEADLINE, Duration.ZERO),
    /** Nobody was there when the deadline passed. */
    UNWATCHED(Space.DEADLINE.plusHours(1), Duration.ofHours(1));

    private final Duration progress;
    private final Duration hold;

    Hour(Duration progress, Duration hold) {
        this.progress = progress;
        this.hold = hold;
    }

    Clocks clocks(Instant now) {
        return new Clocks(
                new Stopwatch(progress, Optional.of(now)), new Stopwatch(hold, Optional.of(now)), Stopwatch.ZERO);
    }
}
