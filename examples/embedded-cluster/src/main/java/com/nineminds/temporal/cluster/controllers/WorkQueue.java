package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands names to a controller, one at a time on a thread of its own: a name that is added twice before its turn is
 * handled once, one that fails comes again after a delay that doubles from 5 ms to 5 s.
 *
 * <p>Due times are of the cluster's clock, so a test that moves the clock moves the timers of the controllers.
 */
final class WorkQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(5);
    private static final int LARGEST_SHIFT = 10;
    /** How often the clock is read while something waits for it. */
    private static final long TICK_MILLIS = 20;

    private final Clock clock;
    private final Controller controller;
    private final Thread thread;
    /** In the order in which names were added, so that busy ones starve nobody. */
    private final Map<ObjectName, Instant> due = new LinkedHashMap<>();

    private final Map<ObjectName, Integer> failures = new HashMap<>();
    private boolean closed;

    WorkQueue(Controller controller, Clock clock) {
        this.clock = clock;
        this.controller = controller;
        this.thread = new Thread(this::run, "controller-" + controller.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(ObjectName name) {
        addAfter(name, Duration.ZERO);
    }

    synchronized void addAfter(ObjectName name, Duration delay) {
        Instant at = delay.isZero() ? Instant.MIN : clock.instant().plus(delay);
        due.merge(name, at, (one, other) -> one.isBefore(other) ? one : other);
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.interrupt();
    }

    private void run() {
        try {
            for (Optional<ObjectName> next = take(); next.isPresent(); next = take()) {
                handle(next.get());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<ObjectName> take() throws InterruptedException {
        while (!closed) {
            Instant now = clock.instant();
            Optional<ObjectName> ready = due.entrySet().stream()
                    .filter(entry -> !entry.getValue().isAfter(now))
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
            if (ready.isPresent()) {
                due.remove(ready.get());
                return ready;
            }
            wait(due.isEmpty() ? 0 : TICK_MILLIS);
        }
        return Optional.empty();
    }

    private void handle(ObjectName name) {
        try {
            Optional<Duration> again = controller.reconcile(name);
            failures.remove(name);
            again.ifPresent(delay -> addAfter(name, delay));
        } catch (RuntimeException failed) {
            retry(name, failed);
        }
    }

    private void retry(ObjectName name, RuntimeException failed) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        boolean usual = failed instanceof KubernetesClientException;
        LOG.atLevel(usual ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.WARN)
                .setCause(failed)
                .addKeyValue("controller", thread.getName())
                .addKeyValue("object", name)
                .log("reconcile failed, trying again");
        int count = failures.merge(name, 1, Integer::sum);
        addAfter(name, FIRST_RETRY.multipliedBy(1L << Math.min(count - 1, LARGEST_SHIFT)));
    }
}
