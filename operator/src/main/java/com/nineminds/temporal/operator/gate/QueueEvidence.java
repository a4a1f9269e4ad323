package com.nineminds.temporal.operator.gate;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the pollers of one task queue prove. A poller belongs to a pod if its identity holds the pod's name and it asked for work after
 * that pod started.
 */
record QueueEvidence(String queue, PollerQuestion question, List<Sighting> pollers) {

    /** Whether no pod of the revision asks for what the queue must be asked for. Then the revision does not poll it. */
    boolean unpolled() {
        return question.pods().stream().noneMatch(this::seen) || !missing().isEmpty();
    }

    /**
     * Pods of which nothing was seen. Those that passed in an earlier step are not asked again: one that is busy with long activities
     * asks for no more work, and is forgotten.
     */
    List<PollingPod> silent() {
        return question.pods().stream()
                .sorted(Comparator.comparing(PollingPod::readySince)
                        .thenComparing(PollingPod::name)
                        .reversed())
                .limit(Math.max(1, question.unproven()))
                .filter(pod -> !kinds(pod).containsAll(expected()) || !seen(pod))
                .toList();
    }

    /** Live pollers that belong to no pod we know: they might be the revision's under another identity. */
    List<String> strangers(Instant since) {
        Set<TaskKind> missing = missing();
        return pollers.stream()
                .filter(poller -> missing.isEmpty() || missing.contains(poller.kind()))
                .filter(poller -> poller.lastAccess().isAfter(since))
                .map(Sighting::identity)
                .filter(identity -> question.knownPrefixes().stream().noneMatch(identity::contains))
                .toList();
    }

    /** The queue, and what of it is silent. */
    String where() {
        Set<TaskKind> missing = missing();
        if (question.pods().stream().noneMatch(this::seen)) {
            return queue;
        }
        if (!missing.isEmpty()) {
            return queue + " for " + missing.stream().map(TaskKind::tasks).collect(Collectors.joining(" and "));
        }
        List<PollingPod> silent = silent();
        String others = silent.size() > 1 ? " and " + (silent.size() - 1) + " more" : "";
        return queue + " by " + silent.get(0).name() + others;
    }

    private boolean seen(PollingPod pod) {
        return !kinds(pod).isEmpty();
    }

    private Set<TaskKind> kinds(PollingPod pod) {
        return pollers.stream()
                .filter(poller -> poller.identity().contains(pod.name())
                        && !poller.lastAccess().isBefore(pod.startedAt()))
                .map(Sighting::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskKind.class)));
    }

    /** What the stable revision polls for; where that is not known, one kind is as good as the other. */
    private Set<TaskKind> expected() {
        return pollers.stream()
                .filter(poller -> question.stablePrefix()
                        .filter(poller.identity()::contains)
                        .isPresent())
                .map(Sighting::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskKind.class)));
    }

    private Set<TaskKind> missing() {
        Set<TaskKind> missing = expected();
        question.pods().forEach(pod -> missing.removeAll(kinds(pod)));
        return missing;
    }
}
