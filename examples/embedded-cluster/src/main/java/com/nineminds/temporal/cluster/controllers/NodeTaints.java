package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.KubeTime;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The taints that the control plane puts on nodes, and how long pods put up with them. */
final class NodeTaints {
    static final String NO_EXECUTE = "NoExecute";

    private static final String NO_SCHEDULE = "NoSchedule";
    private static final String CORDONED = "node.kubernetes.io/unschedulable";
    private static final String NOT_READY = "node.kubernetes.io/not-ready";
    private static final String UNREACHABLE = "node.kubernetes.io/unreachable";
    private static final Set<String> OURS = Set.of(CORDONED, NOT_READY, UNREACHABLE);

    private NodeTaints() {}

    static boolean ready(Node node) {
        return readiness(node).equals("True");
    }

    /**
     * The taints that a node should have; those of others, and the times of ours that stay, are kept.
     *
     * @param evicting whether pods have to leave a node that is not ready
     */
    static List<Taint> wanted(Node node, boolean evicting, Instant now) {
        List<Taint> wanted = new ArrayList<>(node.getSpec().getTaints());
        wanted.removeIf(taint -> OURS.contains(taint.getKey()));
        if (Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
            wanted.add(taint(node, CORDONED, NO_SCHEDULE, now));
        }
        if (!ready(node)) {
            String trouble = readiness(node).equals("Unknown") ? UNREACHABLE : NOT_READY;
            wanted.add(taint(node, trouble, NO_SCHEDULE, now));
            if (evicting) {
                wanted.add(taint(node, trouble, NO_EXECUTE, now));
            }
        }
        return wanted;
    }

    /** When a pod has to leave because of a taint; empty when it tolerates it for ever. */
    static Optional<Instant> departure(Pod pod, Taint taint) {
        List<Toleration> tolerations = pod.getSpec().getTolerations().stream()
                .filter(toleration -> Tolerance.matches(toleration, taint))
                .toList();
        Instant since = KubeTime.parse(taint.getTimeAdded());
        if (tolerations.isEmpty()) {
            return Optional.of(since);
        }
        return tolerations.stream()
                .map(Toleration::getTolerationSeconds)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .map(seconds -> since.plus(Duration.ofSeconds(seconds)));
    }

    private static Taint taint(Node node, String key, String effect, Instant now) {
        return node.getSpec().getTaints().stream()
                .filter(taint -> taint.getKey().equals(key) && taint.getEffect().equals(effect))
                .findFirst()
                .orElseGet(() -> new Taint(effect, key, KubeTime.format(now), null));
    }

    private static String readiness(Node node) {
        return Optional.ofNullable(node.getStatus()).stream()
                .flatMap(status -> status.getConditions().stream())
                .filter(condition -> condition.getType().equals("Ready"))
                .map(NodeCondition::getStatus)
                .findFirst()
                .orElse("False");
    }
}
