package com.nineminds.temporal.operator.decide;

import java.time.Instant;

/**
 * @param progress counts against the step's deadline
 * @param hold counts the step's hold or the bake
 * @param paused counts all pauses of the rollout
 */
public record Clocks(Stopwatch progress, Stopwatch hold, Stopwatch paused) {
    public static final Clocks ZERO = new Clocks(Stopwatch.ZERO, Stopwatch.ZERO, Stopwatch.ZERO);

    public Clocks nextStep() {
        return new Clocks(Stopwatch.ZERO, Stopwatch.ZERO, paused);
    }

    /** None counts any more. */
    public Clocks stopped(Instant now) {
        return new Clocks(progress.run(false, now), hold.run(false, now), paused.run(false, now));
    }

    public Clocks holdAnew() {
        return new Clocks(progress, Stopwatch.ZERO, paused);
    }
}
