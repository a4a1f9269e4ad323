package com.nineminds.temporal.operator.decide;

/** Pods that a revision shall have: bounds of its autoscaler, or, where {@code min = max}, exactly that many. */
public record Capacity(int min, int max) {
    public static final Capacity ZERO = new Capacity(0, 0);

    public static Capacity exactly(int pods) {
        return new Capacity(pods, pods);
    }

    public boolean isZero() {
        return max == 0;
    }
}
