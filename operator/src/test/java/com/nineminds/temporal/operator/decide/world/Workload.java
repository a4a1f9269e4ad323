package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.operator.decide.Capacity;
import com.nineminds.temporal.operator.decide.Category;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One Deployment with its pods and, where the worker is autoscaled, its HorizontalPodAutoscaler. */
final class Workload {
    private final String hash;
    private final Times times;
    private final List<Pod> pods = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private Health health;
    private int desired;
    private Capacity bounds = Capacity.ZERO;
    private int born;

    Workload(String hash, Times times, Health health) {
        this.hash = hash;
        this.times = times;
        this.health = health;
    }

    void begin(int count) {
        desired = count;
        bounds = Capacity.exactly(count);
        IntStream.range(0, count).forEach(i -> pods.add(pod(0).readySince(-1000)));
    }

    int desired() {
        return desired;
    }

    void turn(Health next, long now) {
        health = next;
        pods.forEach(pod -> pod.turn(next, now));
    }

    /** Pods that exist go on as they are. */
    void turnNew(Health next) {
        health = next;
    }

    void loseNode(long now) {
        pods.stream().filter(Pod::ready).findFirst().ifPresent(pod -> pod.loseNode(now));
    }

    void drain(long now) {
        pods.stream().filter(Pod::ready).findFirst().ifPresent(pod -> delete(List.of(pod), now));
    }

    private void delete(List<Pod> some, long now) {
        some.forEach(pod -> ends.add(now + times.draining()));
        pods.removeAll(List.copyOf(some));
    }

    /** As the planner does it: an autoscaler is woken and stopped by replicas, everything between is left to its bounds. */
    void ask(Capacity capacity, boolean autoscaled, long now) {
        bounds = capacity;
        if (!autoscaled || capacity.isZero()) {
            desired = capacity.max();
        } else if (desired == 0) {
            desired = Math.max(1, capacity.min());
        }
        deploy(now);
    }

    /** One round of the autoscaler. {@code load} is the demand per Ready pod, in pods. */
    void autoscale(double load, long now) {
        if (desired == 0) {
            return;
        }
        long ready = pods.stream().filter(Pod::ready).count();
        int needed = ready == 0 ? desired : (int) Math.ceil(ready * load - 1e-9);
        desired = Math.min(bounds.max(), Math.max(bounds.min(), needed));
        deploy(now);
    }

    void tick(long now, boolean outage) {
        pods.removeIf(pod -> pod.replaceable(now));
        ends.removeIf(end -> end <= now);
        deploy(now);
        pods.forEach(pod -> pod.tick(now, outage));
    }

    private void deploy(long now) {
        while (pods.size() < desired && health != Health.OVER_QUOTA) {
            pods.add(pod(now));
        }
        if (pods.size() > desired) {
            pods.sort(Comparator.comparing(Pod::ready).reversed());
            delete(pods.subList(desired, pods.size()), now);
        }
    }

    private Pod pod(long now) {
        born++;
        return new Pod(hash + "-" + born, times, health, now);
    }

    Fleet fleet(long now) {
        return new Fleet(
                desired,
                pods.size(),
                ends.size(),
                (int) pods.stream().filter(Pod::ready).count(),
                (int) pods.stream().filter(pod -> pod.stable(now)).count(),
                pods.stream().flatMap(pod -> pod.fatal(now).stream()).findFirst(),
                troubles(now),
                pods.stream().flatMap(pod -> pod.blocker().stream()).findFirst().or(this::quota));
    }

    private Set<Category> troubles(long now) {
        return Stream.concat(
                        pods.stream()
                                .flatMap(pod -> pod.fatal(now).stream())
                                .map(why -> why.reason().category()),
                        pods.stream().filter(pod -> pod.exited(now)).map(pod -> Category.CRASH))
                .collect(Collectors.toSet());
    }

    private Optional<Failure> quota() {
        return health == Health.OVER_QUOTA && pods.size() < desired
                ? Optional.of(Failure.of(Reason.QuotaExceeded, hash, "exceeded quota: pods=8"))
                : Optional.empty();
    }
}
