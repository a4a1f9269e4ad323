package com.nineminds.temporal.operator.gate;

import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.GateRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures gates on its own threads, as long as a reconcile keeps asking for them. Readings are immutable; a reading that changed
 * nudges the worker's next reconcile. A provider that hangs holds one thread per gate that asks it, and nobody else up, as long as
 * fewer than {@value #MOST_THREADS} do at once. Where nothing is measured there is no thread but the timer's.
 */
public final class GateRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GateRunner.class);
    private static final int MOST_THREADS = 32;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final PollerSource pollers;
    private final Clock clock;
    private final Audience audience;
    private final Map<WorkerKey, GateRun> runs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService timer;

    public GateRunner(PollerSource pollers, Clock clock, Audience audience) {
        this.pollers = pollers;
        this.clock = clock;
        this.audience = audience;
        this.threads = new ThreadPoolExecutor(
                MOST_THREADS,
                MOST_THREADS,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                GateRunner::daemon);
        threads.allowCoreThreadTimeOut(true);
        this.timer = Executors.newSingleThreadScheduledExecutor(GateRunner::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "gates");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts, goes on with, or ends the measurements of a worker. Asking again for the same changes nothing but the pods. */
    public void follow(WorkerKey worker, Optional<GateRequest> request, PollerQuestion question) {
        GateRun current = runs.get(worker);
        if (request.isEmpty()) {
            stop(worker);
            return;
        }
        if (current != null && current.answers(request.get())) {
            current.ask(question);
            return;
        }
        stop(worker);
        GateRun run = new GateRun(request.get(), question);
        runs.put(worker, run);
        request.get().gates().forEach(gate -> begin(worker, run, gate));
    }

    public List<GateReading> readings(WorkerKey worker) {
        GateRun run = runs.get(worker);
        return run == null ? List.of() : run.readings();
    }

    public void stop(WorkerKey worker) {
        GateRun run = runs.remove(worker);
        if (run != null) {
            run.end();
        }
    }

    private void begin(WorkerKey worker, GateRun run, GatePolicy gate) {
        unlessClosed(() -> threads.execute(() -> measure(worker, run, gate)));
    }

    private void measure(WorkerKey worker, GateRun run, GatePolicy gate) {
        if (!audience.has(worker)) {
            stop(worker);
        }
        if (run.ended()) {
            return;
        }
        try {
            if (run.measure(gate, pollers, clock)) {
                audience.changed(worker);
            }
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("worker", worker).setCause(e).log("a gate's reading could not be told");
        } finally {
            again(worker, run, gate);
        }
    }

    private void again(WorkerKey worker, GateRun run, GatePolicy gate) {
        if (!run.ended()) {
            unlessClosed(() -> timer.schedule(
                    () -> begin(worker, run, gate), gate.interval().toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void unlessClosed(Runnable submission) {
        try {
            submission.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("closed, so nothing is measured any more");
        }
    }

    /** Interrupts what is being measured and waits for it, for two seconds at most. */
    @Override
    public void close() {
        runs.values().forEach(GateRun::end);
        timer.shutdownNow();
        threads.shutdownNow();
        try {
            threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
