package com.nineminds.temporal.operator.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Real time plus an offset that a test moves; or a time that stands still. */
final class MovableClock extends Clock {
    private volatile Duration offset = Duration.ZERO;
    private volatile Instant frozen;

    void advance(Duration by) {
        offset = offset.plus(by);
    }

    /** From now on no timer can be what decides. */
    void freeze() {
        frozen = instant();
    }

    @Override
    public Instant instant() {
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
