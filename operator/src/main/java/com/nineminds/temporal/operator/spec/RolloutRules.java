package com.nineminds.temporal.operator.spec;

import static com.nineminds.temporal.operator.spec.Findings.present;

import com.nineminds.temporal.api.v1alpha1.Defaults;
import com.nineminds.temporal.api.v1alpha1.GateSpec;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.RolloutSpec;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.StepSpec;
import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import com.nineminds.temporal.operator.spec.Findings.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How a new revision takes over: {@code rollout}. */
final class RolloutRules {
    private static final Bounds WATCH = new Bounds(Duration.ZERO, Duration.ofDays(7));
    private static final Bounds DEADLINE = new Bounds(Duration.ofSeconds(1), Duration.ofHours(24));
    private static final Bounds INTERVAL = new Bounds(Duration.ofSeconds(1), Duration.ofHours(1));
    private static final String STEPS = "spec.rollout.steps";
    private static final String GATES = "spec.rollout.gates";

    private RolloutRules() {}

    static void check(TemporalWorkerSpec spec, Findings findings) {
        var rollout = spec.rollout();
        if (rollout == null) {
            return;
        }
        findings.unlessBetween(rollout.deadline(), DEADLINE, "spec.rollout.deadline", Rules.DEADLINE);
        findings.unlessBetween(rollout.bake(), WATCH, "spec.rollout.bake", Rules.BAKE);
        checkSteps(rollout, findings);
        checkGates(rollout, findings);
    }

    private static void checkSteps(RolloutSpec rollout, Findings findings) {
        var steps = rollout.steps();
        if (steps == null) {
            return;
        }
        var progressive = rollout.strategy() == null || rollout.strategy() == Strategy.Progressive;
        findings.unless(progressive, STEPS, Rules.STEPS_STRATEGY);
        findings.unless(!steps.isEmpty(), STEPS, Rules.STEPS_EMPTY);
        findings.unless(areIncreasing(steps), STEPS, Rules.STEPS_INCREASING);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) != null) {
                findings.unlessBetween(steps.get(i).hold(), WATCH, STEPS + "[" + i + "].hold", Rules.STEP_HOLD);
            }
        }
    }

    private static boolean areIncreasing(List<StepSpec> steps) {
        var shares = present(steps).stream()
                .map(StepSpec::share)
                .filter(Objects::nonNull)
                .toList();
        for (int i = 1; i < shares.size(); i++) {
            if (shares.get(i) <= shares.get(i - 1)) {
                return false;
            }
        }
        return true;
    }

    private static void checkGates(RolloutSpec rollout, Findings findings) {
        var gates = present(rollout.gates());
        for (int i = 0; i < gates.size(); i++) {
            var path = GATES + "[" + i + "]";
            var gate = gates.get(i);
            findings.unlessMatches(gate.name(), Patterns.DNS_LABEL, path + ".name", Rules.GATE_NAME);
            findings.unlessBetween(gate.interval(), INTERVAL, path + ".interval", Rules.GATE_INTERVAL);
            findings.unlessBetween(gate.timeout(), DEADLINE, path + ".timeout", Rules.GATE_TIMEOUT);
        }
        var names = gates.stream().map(GateSpec::name).filter(Objects::nonNull).toList();
        findings.unlessUnique(names, GATES, Rules.GATES_UNIQUE);
        var deadline = Durations.tryParse(rollout.deadline()).orElse(Durations.parse(Defaults.DEADLINE));
        findings.unless(gates.stream().allMatch(gate -> fits(gate, deadline)), GATES, Rules.GATE_FITS_DEADLINE);
    }

    private static boolean fits(GateSpec gate, Duration deadline) {
        var measuring = Durations.tryParse(gate.interval())
                .map(interval -> interval.multipliedBy(gate.count() == null ? 0 : gate.count()))
                .orElse(Duration.ZERO);
        var waiting = Durations.tryParse(gate.timeout()).orElse(Duration.ZERO);
        return measuring.compareTo(deadline) <= 0 && waiting.compareTo(deadline) <= 0;
    }
}
