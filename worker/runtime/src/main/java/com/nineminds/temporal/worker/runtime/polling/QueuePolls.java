package com.nineminds.temporal.worker.runtime.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The polls of one task queue for one kind of task, and whether they succeed.
 *
 * <p>A failed poll alone says little: the SDK holds several and repeats them. The queue counts as not polled when the latest poll that
 * ended has failed and none of the others has been waiting for {@link #STEADY}. A worker whose slots are all taken sends no polls;
 * that is not a failure.
 */
final class QueuePolls {

    /** A poll that has waited this long was accepted: a server that refuses one does so at once. */
    static final Duration STEADY = Duration.ofSeconds(2);

    private final Map<Object, Instant> waiting = new HashMap<>();
    private Optional<String> failure = Optional.empty();

    synchronized void sent(Object poll, Instant now) {
        waiting.put(poll, now);
    }

    synchronized void succeeded(Object poll) {
        waiting.remove(poll);
        failure = Optional.empty();
    }

    synchronized void failed(Object poll, String reason) {
        waiting.remove(poll);
        failure = Optional.of(reason);
    }

    synchronized void cancelled(Object poll) {
        waiting.remove(poll);
    }

    /** Why the queue is not being polled; empty when it is. */
    synchronized Optional<String> problem(Instant now) {
        boolean steady =
                waiting.values().stream().anyMatch(since -> !since.plus(STEADY).isAfter(now));
        return steady ? Optional.empty() : failure;
    }
}
