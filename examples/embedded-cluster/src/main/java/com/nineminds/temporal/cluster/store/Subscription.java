package com.nineminds.temporal.cluster.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The changes of one resource in order, from where the subscriber asked on. */
public final class Subscription implements AutoCloseable {
    private final BlockingQueue<StoreEvent> events = new LinkedBlockingQueue<>();
    private final Consumer<Subscription> onClose;

    Subscription(Consumer<Subscription> onClose) {
        this.onClose = onClose;
    }

    void offer(StoreEvent event) {
        events.add(event);
    }

    /** The next change, or empty when there was none within {@code patience}. */
    public Optional<StoreEvent> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(events.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
