package com.nineminds.temporal.rehearsal.story;

import com.nineminds.temporal.api.v1alpha1.GateSpec;
import com.nineminds.temporal.api.v1alpha1.GateType;
import com.nineminds.temporal.api.v1alpha1.RolloutSpec;
import com.nineminds.temporal.api.v1alpha1.StepSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the rollout durations of a worker short enough to watch, and says which. Nothing else of it is changed. */
public final class ShortRollout {
    private static final String HOLD = "3s";
    private static final String DEADLINE = "60s";
    private static final String BAKE = "5s";
    private static final String INTERVAL = "1s";
    private static final String TIMEOUT = "8s";

    private ShortRollout() {}

    /** @param changes told one line per duration that is shortened */
    public static RolloutSpec of(@Nullable RolloutSpec given, List<String> changes) {
        Optional<RolloutSpec> spec = Optional.ofNullable(given);
        return new RolloutSpec(
                spec.map(RolloutSpec::strategy).orElse(null),
                steps(spec.map(RolloutSpec::steps).orElse(null), changes),
                shorter("rollout.deadline", spec.map(RolloutSpec::deadline).orElse(null), DEADLINE, changes),
                shorter("rollout.bake", spec.map(RolloutSpec::bake).orElse(null), BAKE, changes),
                spec.map(RolloutSpec::paused).orElse(null),
                spec.map(RolloutSpec::historyLimit).orElse(null),
                gates(spec.map(RolloutSpec::gates).orElse(null), changes));
    }

    private static @Nullable List<StepSpec> steps(@Nullable List<StepSpec> given, List<String> changes) {
        if (given == null) {
            return null;
        }
        List<StepSpec> shorter = new ArrayList<>();
        for (StepSpec step : given) {
            String field = "rollout.steps[" + step.share() + "%].hold";
            shorter.add(new StepSpec(step.share(), shorter(field, step.hold(), HOLD, changes)));
        }
        return shorter;
    }

    private static List<GateSpec> gates(@Nullable List<GateSpec> given, List<String> changes) {
        List<GateSpec> gates = given == null
                ? List.of(new GateSpec("pollers", GateType.Pollers, null, null, null, null, null, null, null))
                : given;
        return gates.stream()
                .map(gate -> new GateSpec(
                        gate.name(),
                        gate.type(),
                        shorter("rollout.gates[" + gate.name() + "].interval", gate.interval(), INTERVAL, changes),
                        shorter("rollout.gates[" + gate.name() + "].timeout", gate.timeout(), TIMEOUT, changes),
                        gate.count(),
                        gate.failureLimit(),
                        gate.errorLimit(),
                        gate.noData(),
                        gate.dryRun()))
                .toList();
    }

    private static String shorter(String field, @Nullable String given, String wanted, List<String> changes) {
        changes.add(field + ": " + Objects.requireNonNullElse(given, "default") + " → " + wanted);
        return wanted;
    }
}
