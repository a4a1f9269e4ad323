package com.nineminds.temporal.worker.benchmark;

import java.util.List;

/** Measurements of one thing, in the order in which they were taken. */
record Samples(List<Double> values) {
    Samples {
        values = List.copyOf(values);
    }

    double median() {
        return quantile(0.5);
    }

    /** Linear between the two nearest ranks, as R's type 7; NaN of nothing. */
    double quantile(double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        double at = share * (sorted.size() - 1);
        double low = sorted.get((int) Math.floor(at));
        double high = sorted.get((int) Math.ceil(at));
        return low + (high - low) * (at - Math.floor(at));
    }
}
