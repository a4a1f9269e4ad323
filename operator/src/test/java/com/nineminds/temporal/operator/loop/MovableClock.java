package com.nineminds.temporal.operator.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Real time plus an offset that a test moves; or a time that stands still. */
final class MovableClock extends Clock {
    private volatile Duration offset = Duration.ZERO;
    private volatile Instant frozen;
    private final AtomicReference<Runnable> beforeNext = new AtomicReference<>(() -> {});

    void advance(Duration by) {
        offset = offset.plus(by);
    }

    /** From now on no timer can be what decides. */
    void freeze() {
        frozen = instant();
    }

    /** Done once, by whoever asks next, before the answer. */
    void beforeNext(Runnable work) {
        beforeNext.set(work);
    }

    @Override
    public Instant instant() {
        beforeNext.getAndSet(() -> {}).run();
        return frozen != null ? frozen : Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
