package com.nineminds.temporal.worker.tenant.stub;

import com.google.common.util.concurrent.Uninterruptibles;
import com.nineminds.temporal.worker.tenant.stub.ActivityFaults.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Work that blocks at one point, deaf to interruption, until it is released, if ever. */
public final class Hang {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CountDownLatch blocked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** An attempt that blocks before it does anything; released, it does its work. */
    public Fault before() {
        return this::before;
    }

    /** An attempt that does its work and blocks before it answers. */
    public Fault after() {
        return attempt -> {
            var answer = attempt.get();
            block();
            ended.countDown();
            return answer;
        };
    }

    /** Blocks, and does the work when it is released. */
    public <T> T before(Supplier<T> work) {
        block();
        try {
            return work.get();
        } finally {
            ended.countDown();
        }
    }

    /** Waits until something is blocked. */
    public void awaitBlocked() {
        await(blocked, "nothing has come to the point where it blocks");
    }

    public void release() {
        released.countDown();
    }

    /** Lets the work go on and waits until it has done what it still wanted to do. */
    public void releaseToTheEnd() {
        release();
        await(ended, "what was released does not end");
    }

    private void block() {
        blocked.countDown();
        Uninterruptibles.awaitUninterruptibly(released);
    }

    private static void await(CountDownLatch event, String otherwise) {
        if (!Uninterruptibles.awaitUninterruptibly(event, PATIENCE)) {
            throw new AssertionError(otherwise);
        }
    }
}
