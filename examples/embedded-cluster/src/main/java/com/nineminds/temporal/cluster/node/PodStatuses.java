package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.objects.KubeTime;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A pod's phase and conditions, derived from its containers as the kubelet does. */
final class PodStatuses {
    private static final Set<String> OURS =
            Set.of("PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled");

    private PodStatuses() {}

    /** Conditions of others, and the transition times of conditions that stay, are kept from {@code pod}. */
    static PodStatus of(Pod pod, Containers containers, String address, Instant now) {
        PodPhase phase = PodPhase.of(pod.getSpec(), containers);
        PodStatus before = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        String started = before.getStartTime() == null ? KubeTime.format(now) : before.getStartTime();
        return new PodStatusBuilder()
                .withPhase(phase.text())
                .withConditions(conditions(pod, containers, phase, now))
                .withStartTime(started)
                .withHostIP("127.0.0.1")
                .addNewHostIP("127.0.0.1")
                .withPodIP(address)
                .addNewPodIP(address)
                .withQosClass(before.getQosClass())
                .withInitContainerStatuses(containers.init())
                .withContainerStatuses(containers.app())
                .build();
    }

    private static List<PodCondition> conditions(Pod pod, Containers containers, PodPhase phase, Instant now) {
        List<PodCondition> before =
                pod.getStatus() == null ? List.of() : pod.getStatus().getConditions();
        List<PodCondition> conditions = new ArrayList<>(before);
        conditions.removeIf(condition -> OURS.contains(condition.getType()));
        PodCondition containersReady = containersReady(containers, phase);
        for (PodCondition next : List.of(
                condition("PodReadyToStartContainers", true, null, null),
                initialized(containers, phase),
                ready(pod, containersReady),
                containersReady,
                condition("PodScheduled", true, null, null))) {
            conditions.add(stamped(pod, next, now));
        }
        return conditions;
    }

    private static PodCondition initialized(Containers containers, PodPhase phase) {
        List<String> incomplete = containers.incompleteInit();
        if (phase == PodPhase.SUCCEEDED) {
            return condition("Initialized", true, "PodCompleted", null);
        }
        return incomplete.isEmpty()
                ? condition("Initialized", true, null, null)
                : condition(
                        "Initialized",
                        false,
                        "ContainersNotInitialized",
                        "containers with incomplete status: [" + String.join(" ", incomplete) + "]");
    }

    private static PodCondition containersReady(Containers containers, PodPhase phase) {
        if (phase == PodPhase.SUCCEEDED || phase == PodPhase.FAILED) {
            String reason = phase == PodPhase.SUCCEEDED ? "PodCompleted" : "PodFailed";
            return condition("ContainersReady", false, reason, null);
        }
        List<String> unready = containers.unready();
        return unready.isEmpty()
                ? condition("ContainersReady", true, null, null)
                : condition(
                        "ContainersReady",
                        false,
                        "ContainersNotReady",
                        "containers with unready status: [" + String.join(" ", unready) + "]");
    }

    private static PodCondition ready(Pod pod, PodCondition containersReady) {
        Optional<String> missingGate = pod.getSpec().getReadinessGates().stream()
                .map(gate -> gate.getConditionType())
                .filter(type -> Pods.condition(pod, type)
                        .filter(condition -> condition.getStatus().equals("True"))
                        .isEmpty())
                .findFirst();
        if (containersReady.getStatus().equals("True") && missingGate.isPresent()) {
            return condition(
                    "Ready",
                    false,
                    "ReadinessGatesNotReady",
                    "corresponding condition of pod readiness gate \"%s\" does not exist or is not \"True\""
                            .formatted(missingGate.get()));
        }
        return new PodConditionBuilder(containersReady).withType("Ready").build();
    }

    private static PodCondition condition(
            String type,
            boolean status,
            @org.jspecify.annotations.Nullable String reason,
            @org.jspecify.annotations.Nullable String message) {
        return new PodConditionBuilder()
                .withType(type)
                .withStatus(status ? "True" : "False")
                .withReason(reason)
                .withMessage(message)
                .build();
    }

    private static PodCondition stamped(Pod pod, PodCondition next, Instant now) {
        String since = Pods.condition(pod, next.getType())
                .filter(before -> before.getStatus().equals(next.getStatus()))
                .map(PodCondition::getLastTransitionTime)
                .orElse(KubeTime.format(now));
        return new PodConditionBuilder(next)
                .withObservedGeneration(null)
                .withLastTransitionTime(since)
                .build();
    }
}
