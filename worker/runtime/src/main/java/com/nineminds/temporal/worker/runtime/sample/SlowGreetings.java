package com.nineminds.temporal.worker.runtime.sample;

import io.temporal.activity.Activity;
import java.util.concurrent.TimeUnit;

/** Sleeps where a real activity would work. */
public final class SlowGreetings implements Greetings {

    private static final long HEARTBEAT_MILLIS = 500;

    @Override
    public String compose(String name, int round, long workMillis) {
        var context = Activity.getExecutionContext();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(workMillis);
        for (long left = workMillis; left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            context.heartbeat(left);
            sleep(Math.min(left, HEARTBEAT_MILLIS));
        }
        return "Hello " + name + " (" + round + ")";
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            throw Activity.wrap(abandoned);
        }
    }
}
