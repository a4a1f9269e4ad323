package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.Capacity;
import com.nineminds.temporal.operator.decide.Fleet;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which revisions serve, and whether that is enough.
 *
 * @param wanted pods per serving revision
 * @param available pods of serving revisions that are Ready
 * @param needed the least capacity that the spec allows
 */
record Serving(SortedMap<String, Integer> wanted, int available, int needed) {
    Serving {
        wanted = Collections.unmodifiableSortedMap(new TreeMap<>(wanted));
    }

    static Serving of(StatusInput in) {
        SortedMap<String, Integer> wanted = new TreeMap<>();
        in.seen().fleets().keySet().forEach(hash -> wanted.put(hash, wanted(in, hash)));
        in.decision().capacities().keySet().forEach(hash -> wanted.put(hash, wanted(in, hash)));
        wanted.values().removeIf(pods -> pods == 0);
        int available = wanted.keySet().stream()
                .mapToInt(hash -> in.seen().fleet(hash).available())
                .sum();
        boolean policyCounts = in.decision().standing().phase() != Phase.Invalid;
        int needed = policyCounts ? in.policy().scale().min() : sum(wanted);
        return new Serving(wanted, available, needed);
    }

    /** A revision that the decision does not name is left as it is. */
    static int wanted(StatusInput in, String hash) {
        Fleet fleet = in.seen().fleet(hash);
        Capacity left = Capacity.exactly(fleet.desired());
        Capacity capacity = in.decision().capacities().getOrDefault(hash, left);
        return Math.min(capacity.max(), Math.max(capacity.min(), fleet.desired()));
    }

    /** The Deployment controller's measure, three quarters, of the least capacity: an autoscaler that adds pods breaks nothing. */
    boolean enough() {
        return available >= Math.max(1, needed - needed / 4);
    }

    String text() {
        return available + "/" + sum(wanted);
    }

    String revisions() {
        return wanted.isEmpty() ? "none" : String.join(", ", wanted.keySet());
    }

    private static int sum(SortedMap<String, Integer> pods) {
        return pods.values().stream().mapToInt(Integer::intValue).sum();
    }
}
