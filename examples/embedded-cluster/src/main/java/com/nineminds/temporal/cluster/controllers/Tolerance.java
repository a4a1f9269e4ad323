package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a pod may be placed on a node: cordons, taints and tolerations. */
final class Tolerance {
    private static final String CORDONED = "node.kubernetes.io/unschedulable";

    private Tolerance() {}

    static boolean admits(Node node, Pod pod) {
        return refusal(node, pod).isEmpty();
    }

    /** The scheduler's sentence for a pod that no node takes. */
    static String refusal(List<Node> nodes, Pod pod) {
        if (nodes.isEmpty()) {
            return "no nodes available to schedule pods";
        }
        Map<String, Long> reasons = nodes.stream()
                .flatMap(node -> refusal(node, pod).stream())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
        return "0/%d nodes are available: %s."
                .formatted(
                        nodes.size(),
                        reasons.entrySet().stream()
                                .map(reason -> reason.getValue() + " " + reason.getKey())
                                .collect(Collectors.joining(", ")));
    }

    private static Optional<String> refusal(Node node, Pod pod) {
        if (Boolean.TRUE.equals(node.getSpec().getUnschedulable())
                && !tolerates(pod, new Taint("NoSchedule", CORDONED, null, null))) {
            return Optional.of("node(s) were unschedulable");
        }
        return node.getSpec().getTaints().stream()
                .filter(taint -> !"PreferNoSchedule".equals(taint.getEffect()))
                .filter(taint -> !tolerates(pod, taint))
                .findFirst()
                .map(taint -> "node(s) had untolerated taint(s)");
    }

    static boolean tolerates(Pod pod, Taint taint) {
        return pod.getSpec().getTolerations().stream().anyMatch(toleration -> matches(toleration, taint));
    }

    static boolean matches(Toleration toleration, Taint taint) {
        boolean effect = toleration.getEffect() == null
                || toleration.getEffect().isEmpty()
                || toleration.getEffect().equals(taint.getEffect());
        boolean any = toleration.getKey() == null || toleration.getKey().isEmpty();
        if (!effect || !(any || toleration.getKey().equals(taint.getKey()))) {
            return false;
        }
        return "Exists".equals(toleration.getOperator())
                || text(toleration.getValue()).equals(text(taint.getValue()));
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
