package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.operator.metrics.OperatorMetrics;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that reconcile. Each gives a sign of life when a reconcile begins and with every request that it sends. As every request
 * ends by a timeout of its own, an API server that hangs makes a reconcile slow, but never silent for long.
 */
public final class ReconcileThreads extends ThreadPoolExecutor {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final OperatorMetrics metrics;
    private final Map<Thread, Long> begins = new ConcurrentHashMap<>();
    private final Map<Thread, Long> signs = new ConcurrentHashMap<>();

    public ReconcileThreads(int count, OperatorMetrics metrics) {
        super(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ReconcileThreads::daemon);
        this.metrics = metrics;
        metrics.gauge("reconcile.queue", "Reconciles that wait for a thread", getQueue()::size);
        metrics.gauge("reconcile.active", "Reconciles that run", this::getActiveCount);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reconcile-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable reconcile) {
        long now = System.nanoTime();
        begins.put(thread, now);
        signs.put(thread, now);
        super.beforeExecute(thread, reconcile);
    }

    @Override
    protected void afterExecute(Runnable reconcile, Throwable failure) {
        super.afterExecute(reconcile, failure);
        signs.remove(Thread.currentThread());
        Long begin = begins.remove(Thread.currentThread());
        if (begin != null) {
            metrics.reconciled(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** How long the most silent of the reconciles that run has given no sign of life; zero if none runs. */
    public Duration longestSilence() {
        long now = System.nanoTime();
        return Duration.ofNanos(
                signs.values().stream().mapToLong(sign -> now - sign).max().orElse(0));
    }

    /** Belongs into the client with which these threads work. */
    public Interceptor signs() {
        return new Interceptor() {
            @Override
            public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
                signs.computeIfPresent(Thread.currentThread(), (thread, before) -> System.nanoTime());
            }
        };
    }
}
