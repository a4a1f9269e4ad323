package com.nineminds.temporal.worker.benchmark;

import java.util.Collection;

/**
 * A straight line through heap over busy slots, by least squares.
 *
 * @param perHundred MiB that 100 busy slots add
 * @param atRest MiB without any, as the line has it
 */
record SlotCost(double perHundred, double atRest) {
    /** MiB of heap at a number of busy slots. */
    record Point(int slots, double mebibytes) {}

    /** @param points with at least two numbers of slots; the slope is NaN otherwise */
    static SlotCost of(Collection<Point> points) {
        double slots = points.stream().mapToDouble(Point::slots).average().orElse(Double.NaN);
        double heap = points.stream().mapToDouble(Point::mebibytes).average().orElse(Double.NaN);
        double covariance = points.stream()
                .mapToDouble(point -> (point.slots() - slots) * (point.mebibytes() - heap))
                .sum();
        double variance = points.stream()
                .mapToDouble(point -> Math.pow(point.slots() - slots, 2))
                .sum();
        double slope = covariance / variance;
        return new SlotCost(100 * slope, heap - slope * slots);
    }
}
