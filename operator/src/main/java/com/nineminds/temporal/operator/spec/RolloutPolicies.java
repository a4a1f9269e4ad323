package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.GateSpec;
import com.nineminds.temporal.api.v1alpha1.GateType;
import com.nineminds.temporal.api.v1alpha1.NoData;
import com.nineminds.temporal.api.v1alpha1.RolloutSpec;
import com.nineminds.temporal.api.v1alpha1.StepSpec;
import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.RolloutPolicy;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Step;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code spec.rollout} with every default applied. The defaults are those that are right for production. */
public final class RolloutPolicies {
    static final List<Step> STEPS = List.of(new Step(25, Duration.ofMinutes(2)), new Step(50, Duration.ofMinutes(2)));
    static final Duration DEADLINE = Duration.ofMinutes(10);
    static final Duration BAKE = Duration.ofMinutes(10);
    static final int HISTORY = 10;
    static final Duration INTERVAL = Duration.ofSeconds(5);
    static final Duration TIMEOUT = Duration.ofSeconds(60);
    static final int ERRORS = 4;

    private static final RolloutSpec NOTHING = new RolloutSpec(null, null, null, null, null, null, null);

    private RolloutPolicies() {}

    /** @param stability how long a pod must be Ready to count as stably available: a setting of the operator, not of the worker */
    public static RolloutPolicy of(@Nullable RolloutSpec given, Scale scale, Duration stability) {
        RolloutSpec spec = Objects.requireNonNullElse(given, NOTHING);
        return new RolloutPolicy(
                Objects.requireNonNullElse(spec.strategy(), Strategy.Progressive),
                spec.steps() == null
                        ? STEPS
                        : spec.steps().stream().map(RolloutPolicies::step).toList(),
                duration(spec.deadline(), DEADLINE),
                duration(spec.bake(), BAKE),
                stability,
                Boolean.TRUE.equals(spec.paused()),
                Objects.requireNonNullElse(spec.historyLimit(), HISTORY),
                spec.gates() == null
                        ? List.of(pollers())
                        : spec.gates().stream().map(RolloutPolicies::gate).toList(),
                scale);
    }

    private static Step step(StepSpec spec) {
        return new Step(spec.share(), duration(spec.hold(), Duration.ZERO));
    }

    private static GatePolicy pollers() {
        return gate(new GateSpec("pollers", GateType.Pollers, null, null, null, null, null, null, null));
    }

    private static GatePolicy gate(GateSpec spec) {
        return new GatePolicy(
                spec.name(),
                spec.type(),
                duration(spec.interval(), INTERVAL),
                duration(spec.timeout(), TIMEOUT),
                Objects.requireNonNullElse(spec.count(), 1),
                Objects.requireNonNullElse(spec.failureLimit(), 0),
                Objects.requireNonNullElse(spec.errorLimit(), ERRORS),
                Objects.requireNonNullElse(spec.noData(), NoData.Inconclusive),
                Boolean.TRUE.equals(spec.dryRun()));
    }

    private static Duration duration(@Nullable String text, Duration fallback) {
        return Optional.ofNullable(text).map(Durations::parse).orElse(fallback);
    }
}
