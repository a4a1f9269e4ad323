package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.KubeTime;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatusBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many of the selected pods may be disrupted now.
 *
 * @param expected how many pods there should be
 * @param desired how many of them have to stay healthy
 * @param healthy how many are
 * @param disrupted pods that an eviction has claimed and that are not being deleted yet, with the time of the claim
 */
record DisruptionBudget(int expected, int desired, int healthy, Map<String, String> disrupted) {
    private static final String ALLOWED = "DisruptionAllowed";
    /** After this long a claim that led to nothing is forgotten. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    DisruptionBudget {
        disrupted = Map.copyOf(disrupted);
    }

    /** Whether a budget is counted from the replicas that the owners of its pods ask for. */
    static boolean dependsOnScale(PodDisruptionBudget budget) {
        return budget.getSpec().getMaxUnavailable() != null
                || IntOrPercent.isPercent(budget.getSpec().getMinAvailable());
    }

    /** @param scale how many replicas the owners of the pods ask for */
    static DisruptionBudget of(PodDisruptionBudget budget, List<Pod> pods, int scale, Instant now) {
        int expected = dependsOnScale(budget) ? scale : pods.size();
        Map<String, String> disrupted = claimed(budget, pods, now);
        int healthy = (int) pods.stream()
                .filter(pod -> !Pods.deleting(pod) && Pods.ready(pod))
                .filter(pod -> !disrupted.containsKey(pod.getMetadata().getName()))
                .count();
        return new DisruptionBudget(expected, desired(budget, expected), healthy, disrupted);
    }

    /** Percentages are rounded up, of pods to keep as well as of pods to give up. */
    private static int desired(PodDisruptionBudget budget, int expected) {
        IntOrString unavailable = budget.getSpec().getMaxUnavailable();
        return unavailable == null
                ? IntOrPercent.roundedUp(budget.getSpec().getMinAvailable(), expected)
                : Math.max(0, expected - IntOrPercent.roundedUp(unavailable, expected));
    }

    private static Map<String, String> claimed(PodDisruptionBudget budget, List<Pod> pods, Instant now) {
        Map<String, String> before =
                budget.getStatus() == null ? Map.of() : budget.getStatus().getDisruptedPods();
        Map<String, String> left = new TreeMap<>();
        pods.stream()
                .filter(pod -> !Pods.deleting(pod))
                .map(pod -> pod.getMetadata().getName())
                .filter(before::containsKey)
                .filter(pod -> KubeTime.parse(before.get(pod)).plus(CLAIM).isAfter(now))
                .forEach(pod -> left.put(pod, before.get(pod)));
        return left;
    }

    /** When the next claim is forgotten. */
    Optional<Duration> untilForgotten(Instant now) {
        return disrupted.values().stream()
                .map(since -> Duration.between(now, KubeTime.parse(since).plus(CLAIM)))
                .min(Duration::compareTo);
    }

    /** As long as no pod is selected none may be disrupted: those to come are protected from the start. */
    int allowed() {
        return expected <= 0 ? 0 : Math.max(0, healthy - desired);
    }

    PodDisruptionBudgetStatus status(PodDisruptionBudget budget, Instant now) {
        return new PodDisruptionBudgetStatusBuilder()
                .withObservedGeneration(budget.getMetadata().getGeneration())
                .withExpectedPods(expected)
                .withDesiredHealthy(desired)
                .withCurrentHealthy(healthy)
                .withDisruptionsAllowed(allowed())
                .withDisruptedPods(disrupted)
                .withConditions(condition(budget, now))
                .build();
    }

    private Condition condition(PodDisruptionBudget budget, Instant now) {
        String status = allowed() > 0 ? "True" : "False";
        String since = Optional.ofNullable(budget.getStatus()).stream()
                .flatMap(before -> before.getConditions().stream())
                .filter(before ->
                        before.getType().equals(ALLOWED) && before.getStatus().equals(status))
                .map(Condition::getLastTransitionTime)
                .findFirst()
                .orElse(KubeTime.format(now));
        return new ConditionBuilder()
                .withType(ALLOWED)
                .withStatus(status)
                .withReason(allowed() > 0 ? "SufficientPods" : "InsufficientPods")
                .withMessage("")
                .withLastTransitionTime(since)
                .withObservedGeneration(budget.getMetadata().getGeneration())
                .build();
    }
}
