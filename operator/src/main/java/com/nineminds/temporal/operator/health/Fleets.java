package com.nineminds.temporal.operator.health;

import com.nineminds.temporal.operator.decide.Category;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums up what runs of one revision. The same pods give the same words, whatever order a cache lists them in. */
public final class Fleets {
    private Fleets() {}

    /** @param stability how long a pod must be Ready without a break to count as stably available */
    public static Fleet of(Optional<DeploymentView> deployment, List<PodView> pods, Duration stability, Instant now) {
        List<PodView> counted = pods.stream()
                .filter(PodView::counts)
                .sorted(Comparator.comparing(PodView::name))
                .toList();
        Set<String> pulled = pulled(counted);
        return new Fleet(
                deployment.map(DeploymentView::desired).orElse(0),
                counted.size(),
                (int) pods.stream()
                        .filter(pod -> pod.terminating() && !pod.ended())
                        .count(),
                (int) counted.stream()
                        .filter(pod -> pod.readySince().isPresent())
                        .count(),
                (int) counted.stream().filter(pod -> pod.stable(stability, now)).count(),
                fatal(deployment, counted, pulled, now),
                troubles(counted, pulled, now),
                blocker(deployment, pods, now));
    }

    /** Evidence against the revision before that against the infrastructure. */
    private static Optional<Failure> fatal(
            Optional<DeploymentView> deployment, List<PodView> pods, Set<String> pulled, Instant now) {
        return pods.stream()
                .flatMap(pod -> PodFailures.fatal(pod, pulled, now).stream())
                .min(Comparator.comparing(why -> why.reason().category() == Category.INFRASTRUCTURE))
                .or(() -> deployment.flatMap(Refusal::admission));
    }

    private static Set<String> pulled(List<PodView> pods) {
        return pods.stream()
                .flatMap(pod -> pod.containers().stream())
                .filter(ContainerView::started)
                .map(ContainerView::name)
                .collect(Collectors.toSet());
    }

    /** What more than a quarter of the pods shows: the measure by which a revision serves badly, too. One pod of many says nothing. */
    private static Set<Category> troubles(List<PodView> pods, Set<String> pulled, Instant now) {
        Map<Category, Long> showing = pods.stream()
                .flatMap(pod -> trouble(pod, pulled, now).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return showing.entrySet().stream()
                .filter(each -> each.getValue() * 4 > pods.size())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What a pod that is Ready again merely remembers is over. */
    private static Set<Category> trouble(PodView pod, Set<String> pulled, Instant now) {
        Optional<Failure> lasting =
                pod.readySince().isPresent() ? Optional.empty() : PodFailures.fatal(pod, pulled, now);
        return Stream.concat(lasting.stream(), PodFailures.first(pod, now).stream())
                .map(why -> why.reason().category())
                .collect(Collectors.toSet());
    }

    /** An eviction deletes the pod in the same breath, so it counts until the end of its grace period. */
    private static Optional<Failure> blocker(Optional<DeploymentView> deployment, List<PodView> pods, Instant now) {
        return pods.stream()
                .filter(pod -> pod.counts() || pod.leaving(now))
                .sorted(Comparator.comparing(PodView::name))
                .flatMap(pod -> blocker(pod).stream())
                .findFirst()
                .or(() -> deployment.flatMap(Refusal::quota))
                .or(() -> deployment.flatMap(Refusal::outage));
    }

    private static Optional<Failure> blocker(PodView pod) {
        return pod.disrupted()
                .map(why -> Failure.of(Reason.NodeLost, pod.name(), why))
                .or(() -> pod.unschedulable().map(why -> Failure.of(Reason.Unschedulable, pod.name(), why)));
    }
}
