package com.nineminds.temporal.cluster.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Scripted faults of a server. Thread-safe; may be called while the server works. */
public final class Faults {
    private final List<Armed> armed = new CopyOnWriteArrayList<>();
    private final Set<LiveWatch> watches = ConcurrentHashMap.newKeySet();
    private final Map<String, Duration> slow = new ConcurrentHashMap<>();

    private record Armed(FaultMatch match, Fault fault, AtomicInteger left) {
        boolean take(String verb, String resource, String name) {
            return match.covers(verb, resource, name) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    /** Lets the next {@code count} matching requests suffer a fault. */
    public void next(int count, FaultMatch match, Fault fault) {
        armed.add(new Armed(match, fault, new AtomicInteger(count)));
    }

    /** Lets every matching request suffer a fault until {@link #clear}. */
    public void always(FaultMatch match, Fault fault) {
        next(Integer.MAX_VALUE, match, fault);
    }

    /** Ends the open watches of a resource as a broken connection would; {@code *} for all. */
    public void dropWatches(String resource) {
        end(resource, LiveWatch.Fate.DROPPED);
    }

    /**
     * Ends the open watches of a resource with 410, and lets watches from earlier resource versions fail with 410 too;
     * {@code *} for all.
     */
    public void expireWatches(String resource) {
        end(resource, LiveWatch.Fate.EXPIRED);
    }

    /** Delivers every change of a resource late, until {@link #clear}; {@code *} for all. */
    public void slowWatches(String resource, Duration delay) {
        slow.put(resource, delay);
    }

    /** Forgets all faults, used up or not. Watches that ended stay ended. */
    public void clear() {
        armed.clear();
        slow.clear();
    }

    /** Suffers the faults for one request: returns late, throws, or returns at once. For the server only. */
    public void strike(String verb, String resource, String name) throws InterruptedException {
        for (Armed one : armed) {
            if (one.take(verb, resource, name)) {
                one.fault().strike();
            }
        }
    }

    /** Announces an open watch. For the server only. */
    public void opened(LiveWatch watch) {
        watches.add(watch);
    }

    /** Withdraws a watch that ended. For the server only. */
    public void closed(LiveWatch watch) {
        watches.remove(watch);
    }

    /** How late changes of a resource are delivered. For the server only. */
    public Duration delayOf(String resource) {
        return slow.getOrDefault(resource, slow.getOrDefault("*", Duration.ZERO));
    }

    private void end(String resource, LiveWatch.Fate fate) {
        watches.stream()
                .filter(watch -> resource.equals("*") || watch.resource().equals(resource))
                .forEach(watch -> watch.end(fate));
    }
}
