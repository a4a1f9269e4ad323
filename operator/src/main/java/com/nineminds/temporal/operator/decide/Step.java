package com.nineminds.temporal.operator.decide;

import java.time.Duration;

/**
 * @param share percent of the capacity, 1 to 100
 * @param hold how long the step is held once its gates passed
 */
public record Step(int share, Duration hold) {
    public static final Step ALL = new Step(100, Duration.ZERO);

    /** {@code ceil(share × capacity)}, at least 1. */
    public int pods(int capacity) {
        return Math.max(1, (share * capacity + 99) / 100);
    }
}
