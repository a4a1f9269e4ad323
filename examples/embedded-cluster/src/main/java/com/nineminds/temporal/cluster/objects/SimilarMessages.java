package com.nineminds.temporal.cluster.objects;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notices topics on which ever other things are said, such as each time the name of another pod. A topic starts afresh
 * when nothing was said on it for 10 minutes. Thread-safe.
 */
final class SimilarMessages<T> {
    /** So many different messages are kept apart: the default of the Kubernetes client. */
    private static final int APART = 9;

    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<T, Heard> topics = new HashMap<>();

    private record Heard(Set<String> messages, Instant last) {}

    SimilarMessages(Clock clock) {
        this.clock = clock;
    }

    /** Whether a message is one too many of its kind. */
    synchronized boolean areMany(T topic, String message) {
        Instant now = clock.instant();
        Set<String> messages = Optional.ofNullable(topics.get(topic))
                .filter(heard -> !heard.last().plus(MEMORY).isBefore(now))
                .map(Heard::messages)
                .orElseGet(HashSet::new);
        boolean known = messages.contains(message) || (messages.size() < APART && messages.add(message));
        topics.put(topic, new Heard(messages, now));
        return !known;
    }
}
