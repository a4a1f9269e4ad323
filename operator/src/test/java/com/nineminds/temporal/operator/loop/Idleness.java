package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.operator.loop.wire.Call;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Waits until an operator has come to rest. */
final class Idleness {
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private int requests = -1;
    private long since;

    private Idleness() {}

    /** Returns once nothing passed the wire for a while. */
    static void await(Story story) {
        Idleness idleness = new Idleness();
        Awaitility.await("idleness")
                .pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> idleness.reached(requests(story).size()));
    }

    /** Writes and reads that no cache answered; a watch that is opened again feeds a cache. */
    static List<Call> requests(Story story) {
        return story.wire().calls(call -> !call.verb().equals("watch"));
    }

    private boolean reached(int now) {
        if (now != requests) {
            requests = now;
            since = System.nanoTime();
        }
        return System.nanoTime() - since >= QUIET.toNanos();
    }
}
