package com.nineminds.temporal.operator.report.events;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A bounded queue of writes in front of one daemon thread, which exists only while there is something to write. */
final class Outbox {
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor thread;
    private final Duration flush;

    /** @param flush how long a close may take */
    Outbox(int capacity, Duration flush) {
        this.flush = flush;
        thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(capacity),
                Outbox::daemon,
                new ThreadPoolExecutor.AbortPolicy());
        thread.allowCoreThreadTimeOut(true);
    }

    /** @return false if the queue is full or closed; never blocks */
    boolean offer(Runnable write) {
        try {
            thread.execute(write);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /**
     * Lets what is queued run for a while and gives up on the rest.
     *
     * @return how many were not started
     */
    int close() {
        thread.shutdown();
        try {
            thread.awaitTermination(flush.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thread.shutdownNow().size();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "events");
        thread.setDaemon(true);
        return thread;
    }
}
