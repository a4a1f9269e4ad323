package com.nineminds.temporal.cluster.autoscaling;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What pods use of one resource, and what they request of it, both in thousandths.
 *
 * @param used by the names of the pods that count
 * @param requested by the names of at least these pods
 */
record Usage(Map<String, Long> used, Map<String, Long> requested) {
    /** The share of the requests that is used, in percent, rounded down. */
    int utilization() {
        return Math.toIntExact(total() * 100 / requests());
    }

    /** How often the target is contained in the utilization. */
    double ratio(int target) {
        return utilization() / (double) target;
    }

    long average() {
        return total() / used.size();
    }

    int pods() {
        return used.size();
    }

    long requests() {
        return used.keySet().stream().mapToLong(this::request).sum();
    }

    long request(String pod) {
        return requested.getOrDefault(pod, 0L);
    }

    /** With further pods, of which each uses what {@code assumed} says. */
    Usage assuming(Collection<String> pods, ToLongFunction<String> assumed) {
        Map<String, Long> more = new HashMap<>(used);
        pods.forEach(pod -> more.put(pod, assumed.applyAsLong(pod)));
        return new Usage(more, requested);
    }

    private long total() {
        return used.values().stream().mapToLong(Long::longValue).sum();
    }
}
