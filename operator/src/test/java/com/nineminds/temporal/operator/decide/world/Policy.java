package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.api.v1alpha1.GateType;
import com.nineminds.temporal.api.v1alpha1.NoData;
import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.RolloutPolicy;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A {@link RolloutPolicy} that can be edited one field at a time. Immutable. */
public final class Policy {
    public static final GatePolicy POLLERS = new GatePolicy(
            "pollers",
            GateType.Pollers,
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            1,
            0,
            4,
            NoData.Inconclusive,
            false);

    /** The defaults of production, with four replicas. */
    public static final Policy REAL = new Policy();

    /** The same, everything in seconds. */
    public static final Policy QUICK = REAL.steps(
                    new Step(25, Duration.ofSeconds(6)), new Step(50, Duration.ofSeconds(6)))
            .deadline(Duration.ofSeconds(40))
            .bake(Duration.ofSeconds(20))
            .with(policy -> policy.stability = Times.QUICK.stabilityWindow());

    private Strategy strategy = Strategy.Progressive;
    private List<Step> steps = List.of(new Step(25, Duration.ofMinutes(2)), new Step(50, Duration.ofMinutes(2)));
    private Duration deadline = Duration.ofMinutes(10);
    private Duration bake = Duration.ofMinutes(10);
    private Duration stability = Times.REAL.stabilityWindow();
    private boolean paused;
    private int historyLimit = 10;
    private List<GatePolicy> gates = List.of(POLLERS);
    private Scale scale = Scale.fixed(4);

    private Policy() {}

    public RolloutPolicy is() {
        return new RolloutPolicy(strategy, steps, deadline, bake, stability, paused, historyLimit, gates, scale);
    }

    public Policy strategy(Strategy next) {
        return with(policy -> policy.strategy = next);
    }

    public Policy steps(Step... next) {
        return with(policy -> policy.steps = List.of(next));
    }

    public Policy deadline(Duration next) {
        return with(policy -> policy.deadline = next);
    }

    public Policy bake(Duration next) {
        return with(policy -> policy.bake = next);
    }

    public Policy paused(boolean next) {
        return with(policy -> policy.paused = next);
    }

    public Policy historyLimit(int next) {
        return with(policy -> policy.historyLimit = next);
    }

    public Policy gates(GatePolicy... next) {
        return with(policy -> policy.gates = List.of(next));
    }

    public Policy scale(Scale next) {
        return with(policy -> policy.scale = next);
    }

    @Override
    public String toString() {
        return is().toString();
    }

    private Policy with(Consumer<Policy> edit) {
        Policy copy = new Policy();
        copy.strategy = strategy;
        copy.steps = steps;
        copy.deadline = deadline;
        copy.bake = bake;
        copy.stability = stability;
        copy.paused = paused;
        copy.historyLimit = historyLimit;
        copy.gates = gates;
        copy.scale = scale;
        edit.accept(copy);
        return copy;
    }
}
