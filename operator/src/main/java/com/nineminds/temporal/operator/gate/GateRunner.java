package com.nineminds.temporal.operator.gate;

import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.GateRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures gates on its own threads, as long as a reconcile keeps asking for them. Readings are immutable; a reading that changed
 * nudges the worker's next reconcile. A slow or dead provider delays no reconcile and no other worker for longer than its thread.
 */
public final class GateRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GateRunner.class);
    private static final int THREADS = 4;

    private final PollerSource pollers;
    private final Clock clock;
    private final Audience audience;
    private final Map<WorkerKey, GateRun> runs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads;

    public GateRunner(PollerSource pollers, Clock clock, Audience audience) {
        this.pollers = pollers;
        this.clock = clock;
        this.audience = audience;
        this.threads = Executors.newScheduledThreadPool(THREADS, runnable -> {
            Thread thread = new Thread(runnable, "gates");
            thread.setDaemon(true);
            return thread;
        });
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
        request.get().gates().forEach(gate -> measure(worker, run, gate));
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

    private void measure(WorkerKey worker, GateRun run, GatePolicy gate) {
        threads.execute(() -> {
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
                LOG.atError().addKeyValue("worker", worker).setCause(e).log("gate measurement failed unexpectedly");
            }
            again(worker, run, gate);
        });
    }

    private void again(WorkerKey worker, GateRun run, GatePolicy gate) {
        if (!run.ended() && !threads.isShutdown()) {
            threads.schedule(() -> measure(worker, run, gate), gate.interval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        runs.values().forEach(GateRun::end);
        threads.shutdownNow();
    }
}
