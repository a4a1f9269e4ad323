package com.nineminds.temporal.operator.gate;

import java.util.List;
import java.util.Set;

/**
 * What the poller gate wants to know.
 *
 * @param taskQueues every one of them must be polled by the revision
 * @param pods Ready pods of the revision
 * @param otherPods names of all other pods of the worker: their pollers are known not to be the revision's
 */
public record PollerQuestion(
        String address, String namespace, List<String> taskQueues, List<PollingPod> pods, Set<String> otherPods) {
    public PollerQuestion {
        taskQueues = List.copyOf(taskQueues);
        pods = List.copyOf(pods);
        otherPods = Set.copyOf(otherPods);
    }
}
