package com.nineminds.temporal.operator.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the poller gate wants to know.
 *
 * @param taskQueues every one of them must be polled by the revision
 * @param pods Ready pods of the revision
 * @param unproven how many of them, the newest, the gate has not let pass in an earlier step
 * @param stablePrefix how the names of the stable revision's pods begin: what these poll for, the revision must poll for
 * @param knownPrefixes how the names of all pods of this worker begin, living or gone: a poller that carries one is no stranger
 */
public record PollerQuestion(
        Frontend frontend,
        String namespace,
        List<String> taskQueues,
        List<PollingPod> pods,
        int unproven,
        Optional<String> stablePrefix,
        Set<String> knownPrefixes) {
    public PollerQuestion {
        taskQueues = List.copyOf(taskQueues);
        pods = List.copyOf(pods);
        knownPrefixes = Set.copyOf(knownPrefixes);
    }
}
