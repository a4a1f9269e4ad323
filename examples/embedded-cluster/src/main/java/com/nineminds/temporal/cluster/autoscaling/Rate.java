package com.nineminds.temporal.cluster.autoscaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How fast an autoscaler may grow or shrink its target.
 *
 * @param direction 1 for growing, -1 for shrinking
 * @param window over which the most cautious recommendation holds
 * @param policies each allows a change per period
 * @param select {@code Max} for the policy that allows the largest change, {@code Min}, or {@code Disabled}
 * @param free a size that may be grown to at any rate
 */
record Rate(int direction, Duration window, List<HPAScalingPolicy> policies, String select, int free) {
    private static final String MAX = "Max";
    private static final Duration DOWN_WINDOW = Duration.ofMinutes(5);
    private static final List<HPAScalingPolicy> ALL = List.of(new HPAScalingPolicy(15, "Percent", 100));
    private static final int FREE = 4;

    Rate {
        policies = List.copyOf(policies);
    }

    /** Without a behavior in the autoscaler: doubled every 15 s, and four at once. */
    static Rate up(@Nullable HorizontalPodAutoscalerBehavior behavior) {
        return behavior == null
                ? new Rate(1, Duration.ZERO, ALL, MAX, FREE)
                : of(1, Duration.ZERO, behavior.getScaleUp());
    }

    /** Without a behavior in the autoscaler: as far as asked for, once nothing has asked for more in 5 minutes. */
    static Rate down(@Nullable HorizontalPodAutoscalerBehavior behavior) {
        return behavior == null ? new Rate(-1, DOWN_WINDOW, ALL, MAX, 0) : of(-1, DOWN_WINDOW, behavior.getScaleDown());
    }

    private static Rate of(int direction, Duration usualWindow, HPAScalingRules rules) {
        Integer seconds = rules.getStabilizationWindowSeconds();
        Duration window = seconds == null ? usualWindow : Duration.ofSeconds(seconds);
        return new Rate(direction, window, rules.getPolicies(), rules.getSelectPolicy(), 0);
    }

    /** The size beyond which the target must not go now. */
    int limit(int current, ScalingHistory history, Instant now) {
        if (select.equals("Disabled")) {
            return current;
        }
        IntStream limits = policies.stream().mapToInt(policy -> limit(policy, current, history, now));
        boolean highest = select.equals(MAX) == (direction > 0);
        return Math.max(free, (highest ? limits.max() : limits.min()).orElse(current));
    }

    /** How far back any of this looks. */
    Duration lookBack() {
        return Stream.concat(Stream.of(window), policies.stream().map(Rate::period))
                .max(Duration::compareTo)
                .orElse(window);
    }

    private int limit(HPAScalingPolicy policy, int current, ScalingHistory history, Instant now) {
        int before = current - history.changed(period(policy), now);
        if (policy.getType().equals("Pods")) {
            return before + direction * policy.getValue();
        }
        double share = before * (1 + direction * policy.getValue() / 100.0);
        return (int) (direction > 0 ? Math.ceil(share) : share);
    }

    private static Duration period(HPAScalingPolicy policy) {
        return Duration.ofSeconds(policy.getPeriodSeconds());
    }
}
