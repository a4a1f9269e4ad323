package com.nineminds.temporal.cluster.autoscaling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What one autoscaler recommended and did, as far back as its rules look. Not thread-safe. */
public final class ScalingHistory {
    private record Entry(Instant at, int count) {}

    private final List<Entry> recommendations = new ArrayList<>();
    private final List<Entry> changes = new ArrayList<>();

    /** Notes the size at which the autoscaler found its target, once. */
    public void begin(int replicas, Instant now) {
        if (recommendations.isEmpty()) {
            recommend(replicas, now);
        }
    }

    /** Notes how many pods the metrics asked for. */
    void recommend(int replicas, Instant now) {
        recommendations.add(new Entry(now, replicas));
    }

    /** Notes that the target was scaled. */
    public void scaled(int from, int to, Instant now) {
        changes.add(new Entry(now, to - from));
    }

    /** The recommendations that are younger than a window. */
    IntStream recommended(Duration window, Instant now) {
        return younger(recommendations, window, now);
    }

    /** The changes by which a target grew (positive) and shrank (negative) in the last {@code period}. */
    int changed(Duration period, Instant now) {
        return younger(changes, period, now).sum();
    }

    /** Forgets what is older than any rule looks back. */
    void forget(Duration age, Instant now) {
        Instant since = now.minus(age);
        recommendations.removeIf(entry -> entry.at().isBefore(since));
        changes.removeIf(entry -> entry.at().isBefore(since));
    }

    private static IntStream younger(List<Entry> entries, Duration age, Instant now) {
        Instant since = now.minus(age);
        return entries.stream().filter(entry -> entry.at().isAfter(since)).mapToInt(Entry::count);
    }
}
