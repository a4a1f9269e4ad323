package com.nineminds.temporal.operator.decide.story;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Step;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.spec.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Edits of a spec: {@code paused}, {@code strategy}, {@code replicas}, {@code autoscaling: [min, max]}, {@code deadline}, {@code bake},
 * {@code historyLimit}, {@code gates} (on or off), {@code steps: [[share, hold], …]}.
 */
final class Edits {
    private Edits() {}

    static Policy apply(Map<String, Object> edits, Policy policy) {
        Policy edited = policy;
        for (Map.Entry<String, Object> edit : edits.entrySet()) {
            edited = apply(edit.getKey(), edit.getValue(), edited);
        }
        return edited;
    }

    private static Policy apply(String key, Object value, Policy policy) {
        return switch (key) {
            case "paused" -> policy.paused((Boolean) value);
            case "strategy" -> policy.strategy(Strategy.valueOf((String) value));
            case "replicas" -> policy.scale(Scale.fixed((Integer) value));
            case "autoscaling" -> policy.scale(Scale.between(number(value, 0), number(value, 1)));
            case "deadline" -> policy.deadline(duration(value));
            case "bake" -> policy.bake(duration(value));
            case "historyLimit" -> policy.historyLimit((Integer) value);
            case "gates" -> (Boolean) value ? policy.gates(Policy.POLLERS) : policy.gates();
            case "steps" ->
                policy.steps(((List<?>) value).stream().map(Edits::step).toArray(Step[]::new));
            default -> throw new IllegalArgumentException("no such edit: " + key);
        };
    }

    private static Step step(Object value) {
        return new Step(number(value, 0), duration(((List<?>) value).get(1)));
    }

    private static int number(Object list, int index) {
        return (Integer) ((List<?>) list).get(index);
    }

    private static Duration duration(Object text) {
        return Durations.parse(String.valueOf(text));
    }
}
