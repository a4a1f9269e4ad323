package com.nineminds.temporal.operator.loop.wire;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What happens to a request instead of being served. */
public sealed interface Fault {
    /** An answer that the API server never gave. */
    record Answer(int code, String reason, Map<String, String> headers) implements Fault {}

    /** No answer for as long as the wire is open. */
    record Silence() implements Fault {}

    /** The API server serves the request, but its answer is lost on the way. */
    record LostAnswer() implements Fault {}

    /** The API server serves the request at once, but its answer is on its way until something has happened. */
    record LateAnswer(CountDownLatch happened) implements Fault {}

    /** The request is served, its answer is lost, and from then on nothing passes any more: the operator was killed. */
    record Death() implements Fault {}

    /** As if somebody else had changed the object just before. */
    static Fault conflict() {
        return new Answer(409, "Conflict", Map.of());
    }

    /** As RBAC would. */
    static Answer forbidden() {
        return new Answer(403, "Forbidden", Map.of());
    }

    static Fault tooManyRequests(int retryAfterSeconds) {
        return new Answer(429, "TooManyRequests", Map.of("Retry-After", String.valueOf(retryAfterSeconds)));
    }

    static Fault internalError() {
        return new Answer(500, "InternalError", Map.of());
    }

    static Fault silence() {
        return new Silence();
    }

    static Fault lostAnswer() {
        return new LostAnswer();
    }

    static Fault lateAnswer(CountDownLatch happened) {
        return new LateAnswer(happened);
    }

    static Fault death() {
        return new Death();
    }
}
