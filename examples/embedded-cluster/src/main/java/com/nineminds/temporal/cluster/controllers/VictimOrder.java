package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.KubeTime;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;

/** Which pods a ReplicaSet gives up first when it shrinks. */
final class VictimOrder {
    private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

    private static final Comparator<Pod> ORDER = Comparator.<Pod, Boolean>comparing(Pods::assigned)
            .thenComparing(pod -> PHASES.indexOf(Pods.phase(pod)))
            .thenComparing(Pods::ready)
            .thenComparing(VictimOrder::cost)
            .thenComparing(Pods::readySince, Comparator.reverseOrder())
            .thenComparing(Pods::restarts, Comparator.reverseOrder())
            .thenComparing(pod -> KubeTime.parse(pod.getMetadata().getCreationTimestamp()), Comparator.reverseOrder())
            .thenComparing(pod -> pod.getMetadata().getName());

    private VictimOrder() {}

    static List<Pod> victims(List<Pod> pods, int count) {
        return pods.stream().sorted(ORDER).limit(count).toList();
    }

    private static int cost(Pod pod) {
        try {
            return Integer.parseInt(Annotations.all(pod).getOrDefault(DELETION_COST, "0"));
        } catch (NumberFormatException ignored) {
            return 0;
        }
    }
}
