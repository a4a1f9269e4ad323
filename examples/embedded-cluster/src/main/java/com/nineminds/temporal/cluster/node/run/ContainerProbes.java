package com.nineminds.temporal.cluster.node.run;

import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Repeats the probes of one run of a container: the startup probe alone until it succeeds, then the other two. */
public final class ContainerProbes {
    private static final int DEFAULT_PERIOD = 10;

    /** Is told of results on the thread that the probes were started with. */
    public interface Listener {
        /** One attempt failed. */
        void failed(ProbeKind kind, String message);

        /** Enough attempts in a row had the same result. */
        void verdict(ProbeKind kind, boolean success);
    }

    private final Prober prober;
    private final ProbeTarget target;
    private final ScheduledExecutorService thread;
    private final Listener listener;
    private final long begin = System.nanoTime();
    private final List<Future<?>> repeating = new ArrayList<>();
    private boolean stopped;
    private boolean started;

    public ContainerProbes(Prober prober, ProbeTarget target, ScheduledExecutorService thread, Listener listener) {
        this.prober = prober;
        this.target = target;
        this.thread = thread;
        this.listener = listener;
    }

    /** To be called on the thread given, as {@link #stop}. */
    public void start() {
        if (ProbeKind.STARTUP.of(target.container()).isPresent()) {
            repeat(ProbeKind.STARTUP);
        } else {
            repeat(ProbeKind.LIVENESS);
            repeat(ProbeKind.READINESS);
        }
    }

    public void stop() {
        stopped = true;
        repeating.forEach(future -> future.cancel(false));
    }

    private void repeat(ProbeKind kind) {
        kind.of(target.container()).ifPresent(probe -> {
            ProbeCounter counter = new ProbeCounter(probe);
            AtomicBoolean busy = new AtomicBoolean();
            int period = probe.getPeriodSeconds() == null ? DEFAULT_PERIOD : probe.getPeriodSeconds();
            repeating.add(thread.scheduleAtFixedRate(
                    () -> attempt(kind, probe, counter, busy), delay(probe), period * 1000L, TimeUnit.MILLISECONDS));
        });
    }

    private long delay(Probe probe) {
        int initial = probe.getInitialDelaySeconds() == null ? 0 : probe.getInitialDelaySeconds();
        return Math.max(
                0,
                Duration.ofSeconds(initial)
                        .minusNanos(System.nanoTime() - begin)
                        .toMillis());
    }

    private void attempt(ProbeKind kind, Probe probe, ProbeCounter counter, AtomicBoolean busy) {
        if (busy.getAndSet(true)) {
            return;
        }
        prober.attempt(probe, target)
                .thenAcceptAsync(
                        result -> {
                            busy.set(false);
                            take(kind, counter, result);
                        },
                        task -> {
                            if (!thread.isShutdown()) {
                                thread.execute(task);
                            }
                        });
    }

    private void take(ProbeKind kind, ProbeCounter counter, ProbeResult result) {
        if (stopped || (kind == ProbeKind.STARTUP && started)) {
            return;
        }
        if (!result.success()) {
            listener.failed(kind, result.message());
        }
        counter.add(result.success()).ifPresent(success -> {
            if (kind == ProbeKind.STARTUP && success) {
                started = true;
                repeating.forEach(future -> future.cancel(false));
                repeat(ProbeKind.LIVENESS);
                repeat(ProbeKind.READINESS);
            }
            listener.verdict(kind, success);
        });
    }
}
