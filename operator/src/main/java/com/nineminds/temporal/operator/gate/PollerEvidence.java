package com.nineminds.temporal.operator.gate;

import com.nineminds.temporal.operator.gate.Measurement.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Judges what Temporal remembers. A pod that is Ready may still poll nothing, or the wrong queue; only the server knows. A poller
 * belongs to the revision if its identity holds the name of one of its pods and it asked for work after that pod started.
 */
public final class PollerEvidence {
    private PollerEvidence() {}

    /** @param timeout after the last pod's readiness, silence is a failure */
    public static Measurement judge(
            PollerQuestion question, Map<String, List<Sighting>> seen, Duration timeout, Instant now) {
        if (question.taskQueues().isEmpty()) {
            return new Measurement(
                    Outcome.UNKNOWN, "there is no task queue to look at; name one in spec.temporal.taskQueues");
        }
        List<String> silent = question.taskQueues().stream()
                .filter(queue -> seen.getOrDefault(queue, List.of()).stream().noneMatch(each -> ours(each, question)))
                .toList();
        if (question.pods().isEmpty()) {
            return new Measurement(Outcome.PENDING, "no pod is ready yet");
        }
        if (silent.isEmpty()) {
            return new Measurement(Outcome.PASS, "pollers seen on " + String.join(", ", question.taskQueues()));
        }
        if (now.isBefore(latestReady(question).plus(timeout))) {
            return new Measurement(Outcome.PENDING, "no poller yet on " + String.join(", ", silent));
        }
        List<String> strangers = strangers(question, seen, silent);
        return strangers.isEmpty()
                ? new Measurement(
                        Outcome.FAIL,
                        "no poller of its pods on " + String.join(", ", silent) + " " + timeout.toSeconds()
                                + " s after they were ready")
                : new Measurement(
                        Outcome.UNKNOWN,
                        "pollers on " + String.join(", ", silent) + " carry no pod name in their identity, e.g. "
                                + strangers.get(0) + "; let the worker's identity contain POD_NAME");
    }

    private static Instant latestReady(PollerQuestion question) {
        return question.pods().stream()
                .map(PollingPod::readySince)
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static boolean ours(Sighting sighting, PollerQuestion question) {
        return question.pods().stream()
                .anyMatch(pod -> sighting.identity().contains(pod.name())
                        && !sighting.lastAccess().isBefore(pod.startedAt()));
    }

    /** Live pollers that belong to no pod we know: they might be the revision's under another identity. */
    private static List<String> strangers(
            PollerQuestion question, Map<String, List<Sighting>> seen, List<String> queues) {
        List<String> strangers = new ArrayList<>();
        Instant ready = latestReady(question);
        for (String queue : queues) {
            seen.getOrDefault(queue, List.of()).stream()
                    .filter(sighting -> sighting.lastAccess().isAfter(ready))
                    .map(Sighting::identity)
                    .filter(identity -> question.knownPrefixes().stream().noneMatch(identity::contains))
                    .forEach(strangers::add);
        }
        return strangers;
    }
}
