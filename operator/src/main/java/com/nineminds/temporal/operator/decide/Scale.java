package com.nineminds.temporal.operator.decide;

/** The capacity that the spec allows: {@code min = max} and not autoscaled for a fixed number of replicas. */
public record Scale(boolean autoscaled, int min, int max) {
    public static Scale fixed(int replicas) {
        return new Scale(false, replicas, replicas);
    }

    public static Scale between(int min, int max) {
        return new Scale(true, min, max);
    }

    public int clamp(int replicas) {
        return Math.min(max, Math.max(min, replicas));
    }
}
