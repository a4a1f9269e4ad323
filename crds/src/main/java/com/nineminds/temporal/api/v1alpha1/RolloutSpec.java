package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a new revision takes over, how long each part may last, and what proves it good. Durations as {@code 90s}, {@code 2m}, {@code 1h30m}. */
@ValidationRule(
        value = "!has(self.steps) || !has(self.strategy) || self.strategy == 'Progressive'",
        message = Rules.STEPS_STRATEGY,
        fieldPath = ".steps")
@ValidationRule(
        value = "!has(self.gates) || self.gates.all(g, !has(g.timeout) || !g.timeout.matches('" + Patterns.DURATION
                + "') || g.timeout == ''" + " || duration(g.timeout).getSeconds() <= " + Cel.SECONDS_OF_DEADLINE + ")",
        message = Rules.GATE_FITS_DEADLINE,
        fieldPath = ".gates")
@ValidationRule(
        value = "!has(self.gates) || self.gates.all(g, !has(g.interval) || !has(g.count) || !g.interval.matches('"
                + Patterns.DURATION + "') || g.interval == ''" + " || duration(g.interval).getSeconds() * g.count <= "
                + Cel.SECONDS_OF_DEADLINE + ")",
        message = Rules.GATE_FITS_DEADLINE,
        fieldPath = ".gates")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolloutSpec(
        @Default(Defaults.STRATEGY)
        @JsonPropertyDescription(
                "Progressive: step by step. AllAtOnce: full capacity beside the old revision, then cut. Recreate: old revision to zero first.")
        @Nullable
        Strategy strategy,

        @Size(max = 10)
        @ValidationRule(value = "self.size() > 0", message = Rules.STEPS_EMPTY)
        @ValidationRule(
                value = "[0, 1, 2, 3, 4, 5, 6, 7, 8].all(i, i + 1 >= self.size() || self[i].share < self[i + 1].share)",
                message = Rules.STEPS_INCREASING)
        @JsonPropertyDescription(
                "Steps of the Progressive strategy; promotion to 100 percent follows the last one. Default: 25 and 50 percent, held for 2m each.")
        @Nullable
        List<StepSpec> steps,

        @Default(Defaults.DEADLINE)
        @Size(max = 16)
        @ValidationRule(
                value = "self.matches('" + Patterns.DURATION
                        + "') && self != '' && duration(self) >= duration('1s') && duration(self) <= duration('24h')",
                message = Rules.DEADLINE)
        @JsonPropertyDescription(
                "How long one step may take until it fails; hold, pause and infrastructure waits do not count.")
        @Nullable
        String deadline,

        @Default(Defaults.BAKE)
        @Size(max = 16)
        @ValidationRule(
                value = "self.matches('" + Patterns.DURATION
                        + "') && self != '' && duration(self) >= duration('0s') && duration(self) <= duration('168h')",
                message = Rules.BAKE)
        @JsonPropertyDescription(
                "How long the promoted revision is watched while the old one keeps one warm pod. 0s: not at all.")
        @Nullable
        String bake,

        @Default("false")
        @JsonPropertyDescription("Stops a rollout where it is; fatal evidence still rolls back.")
        @Nullable
        Boolean paused,

        @Default("" + Defaults.HISTORY_LIMIT)
        @Min(1)
        @Max(50)
        @JsonPropertyDescription("How many finished revisions are kept for a fast way back.")
        @Nullable
        Integer historyLimit,

        @Size(max = 10)
        @ValidationRule(value = "self.all(g, self.exists_one(o, o.name == g.name))", message = Rules.GATES_UNIQUE)
        @JsonPropertyDescription("Health gates of every step. Default: one Pollers gate.")
        @Nullable
        List<GateSpec> gates) {}
