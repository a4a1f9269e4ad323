package com.nineminds.temporal.cluster.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The changes of one resource in order, from where the subscriber asked on. */
public final class Subscription implements AutoCloseable {
    private final BlockingQueue<Optional<StoreEvent>> events = new LinkedBlockingQueue<>();
    private final Consumer<Subscription> onClose;

    Subscription(Consumer<Subscription> onClose) {
        this.onClose = onClose;
    }

    void offer(StoreEvent event) {
        events.add(Optional.of(event));
    }

    /** The next change, or empty when there was none within {@code patience} or {@link #wake} was called. */
    public Optional<StoreEvent> next(Duration patience) throws InterruptedException {
        Optional<StoreEvent> event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return event == null ? Optional.empty() : event;
    }

    /** Whether every change that was made so far has been taken. */
    public boolean isDrained() {
        return events.isEmpty();
    }

    /** Lets the subscriber look up from waiting. */
    public void wake() {
        events.add(Optional.empty());
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
