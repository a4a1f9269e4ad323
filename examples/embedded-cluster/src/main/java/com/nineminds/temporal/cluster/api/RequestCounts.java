package com.nineminds.temporal.cluster.api;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each resource was asked for with each verb since the last {@link #mark}. Thread-safe. */
public final class RequestCounts {
    private static final Set<String> READS = Set.of("get", "list", "watch");

    /**
     * What is counted.
     *
     * @param verb get, list, watch, create, update, patch, delete or deletecollection
     * @param resource such as {@code deployments.apps} or {@code pods/status}; {@code -} for requests about no resource
     */
    public record Request(String verb, String resource) {}

    private final Map<Request, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String verb, String resource) {
        counts.computeIfAbsent(new Request(verb, resource), unseen -> new LongAdder())
                .increment();
    }

    /** Starts counting from zero. */
    public void mark() {
        counts.clear();
    }

    /** The counts since the mark, by verb and resource. */
    public Map<Request, Long> all() {
        Map<Request, Long> copy =
                new TreeMap<>(Comparator.comparing(Request::resource).thenComparing(Request::verb));
        counts.forEach((request, count) -> copy.put(request, count.sum()));
        return copy;
    }

    public long of(String verb, String resource) {
        return all().getOrDefault(new Request(verb, resource), 0L);
    }

    /** Requests that ask for a change, of any resource. */
    public long writes() {
        return sum(false);
    }

    /** Requests that only read, watches included, of any resource. */
    public long reads() {
        return sum(true);
    }

    private long sum(boolean reads) {
        return counts.entrySet().stream()
                .filter(entry -> READS.contains(entry.getKey().verb()) == reads)
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }
}
