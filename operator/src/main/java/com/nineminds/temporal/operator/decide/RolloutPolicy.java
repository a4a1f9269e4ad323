package com.nineminds.temporal.operator.decide;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the spec says about rollouts, every default applied.
 *
 * @param deadline per step; hold, pause and infrastructure waits do not count
 * @param stability how long a pod must be Ready without a break to count as stably available
 */
public record RolloutPolicy(
        Strategy strategy,
        List<Step> steps,
        Duration deadline,
        Duration bake,
        Duration stability,
        boolean paused,
        int historyLimit,
        List<GatePolicy> gates,
        Scale scale) {
    public RolloutPolicy {
        steps = List.copyOf(steps);
        gates = List.copyOf(gates);
    }

    /** The steps of a route; the last one always has the whole capacity. */
    public List<Step> steps(Route route) {
        if (route != Route.STEPS || strategy != Strategy.Progressive) {
            return List.of(Step.ALL);
        }
        List<Step> all = new ArrayList<>(steps);
        if (all.isEmpty() || all.get(all.size() - 1).share() < 100) {
            all.add(Step.ALL);
        }
        return List.copyOf(all);
    }
}
