package com.nineminds.temporal.operator.decide.world;

import java.time.Duration;

/**
 * How long things take in a world.
 *
 * @param startup from the start of a pod until it is Ready
 * @param stability how long a pod must be Ready to count as stably available
 * @param measuring from the first request of a gate to its word
 * @param nodeLoss from the loss of a node until its pods are replaced
 * @param draining from the deletion of a pod until it has ended
 */
public record Times(int startup, int stability, int measuring, int nodeLoss, int draining) {
    public static final Times REAL = new Times(20, 10, 5, 40, 30);
    public static final Times QUICK = new Times(4, 3, 2, 10, 3);

    /** Pods that take that long to end. */
    public Times draining(int seconds) {
        return new Times(startup, stability, measuring, nodeLoss, seconds);
    }

    public Duration stabilityWindow() {
        return Duration.ofSeconds(stability);
    }
}
