package com.nineminds.temporal.operator.gate;

import com.nineminds.temporal.operator.gate.Measurement.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges what Temporal remembers. A pod that is Ready may still poll nothing, or the wrong queue; only the server knows. A queue that no
 * pod of the revision polls is the revision's fault. One that some pods poll and others do not is not: the code is the same, so it is
 * their nodes or their network.
 */
public final class PollerEvidence {
    private PollerEvidence() {}

    /**
     * @param timeout for so long after the last pod's readiness silence proves nothing
     * @param answeringSince when the server came back last; a restart makes it forget, and workers take a while to return
     */
    public static Measurement judge(
            PollerQuestion question,
            Map<String, List<Sighting>> seen,
            Duration timeout,
            Instant answeringSince,
            Instant now) {
        if (question.taskQueues().isEmpty()) {
            return new Measurement(
                    Outcome.UNKNOWN, "there is no task queue to look at; name one in spec.temporal.taskQueues");
        }
        if (question.pods().isEmpty()) {
            return new Measurement(Outcome.PENDING, "no pod is ready yet");
        }
        List<QueueEvidence> silent = question.taskQueues().stream()
                .map(queue -> new QueueEvidence(queue, question, seen.getOrDefault(queue, List.of())))
                .filter(queue -> queue.unpolled() || !queue.silent().isEmpty())
                .toList();
        if (silent.isEmpty()) {
            return new Measurement(Outcome.PASS, "pollers seen on " + String.join(", ", question.taskQueues()));
        }
        Instant ready = latestReady(question);
        Instant since = ready.isAfter(answeringSince) ? ready : answeringSince;
        if (now.isBefore(since.plus(timeout))) {
            return new Measurement(Outcome.PENDING, "no poller yet on " + where(silent));
        }
        return silence(silent, ready, timeout);
    }

    private static Measurement silence(List<QueueEvidence> silent, Instant ready, Duration timeout) {
        List<QueueEvidence> unpolled =
                silent.stream().filter(QueueEvidence::unpolled).toList();
        if (unpolled.isEmpty()) {
            return new Measurement(
                    Outcome.UNKNOWN,
                    "other pods of the revision poll, but there is no poller on " + where(silent)
                            + "; look at what the nodes of these pods can reach");
        }
        List<String> strangers = unpolled.stream()
                .flatMap(queue -> queue.strangers(ready).stream())
                .toList();
        return strangers.isEmpty()
                ? new Measurement(
                        Outcome.FAIL,
                        "no poller of its pods on " + where(unpolled) + " " + timeout.toSeconds()
                                + " s after they were ready")
                : new Measurement(
                        Outcome.UNKNOWN,
                        "pollers on " + where(unpolled) + " carry no pod name in their identity, e.g. "
                                + strangers.get(0) + "; let the worker's identity contain POD_NAME");
    }

    private static String where(List<QueueEvidence> queues) {
        return queues.stream().map(QueueEvidence::where).collect(Collectors.joining(", "));
    }

    private static Instant latestReady(PollerQuestion question) {
        return question.pods().stream()
                .map(PollingPod::readySince)
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
