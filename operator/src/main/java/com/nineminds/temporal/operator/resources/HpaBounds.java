package com.nineminds.temporal.operator.resources;

/** Fewest and most pods of a revision; {@code 1 <= min <= max}. */
public record HpaBounds(int min, int max) {
    public HpaBounds {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("an autoscaler needs 1 <= min <= max: " + min + " to " + max);
        }
    }
}
