package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** One health gate. Without any gate in the spec, one {@code Pollers} gate applies. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GateSpec(
        @Required
        @Size(min = 1, max = 63)
        @ValidationRule(value = "self.matches(r'" + Patterns.DNS_LABEL + "')", message = Rules.GATE_NAME)
        @JsonPropertyDescription("Name of the gate in status and events.")
        String name,

        @Required @JsonPropertyDescription("Pollers: Temporal sees the new revision polling every task queue.")
        GateType type,

        @Size(max = 16)
        @ValidationRule(
                value = "self.matches('" + Patterns.DURATION
                        + "') && self != '' && duration(self) >= duration('1s') && duration(self) <= duration('1h')",
                message = Rules.GATE_INTERVAL)
        @JsonPropertyDescription("Time between two measurements. Default: 5s.")
        @Nullable
        String interval,

        @Size(max = 16)
        @ValidationRule(
                value = "self.matches('" + Patterns.DURATION
                        + "') && self != '' && duration(self) >= duration('1s') && duration(self) <= duration('24h')",
                message = Rules.GATE_TIMEOUT)
        @JsonPropertyDescription(
                "How long ready pods may be silent on a task queue until that is a failed measurement. Default: 60s.")
        @Nullable
        String timeout,

        @Min(1) @Max(100) @JsonPropertyDescription("Measurements in a row that must pass. Default: 1.") @Nullable
        Integer count,

        @Min(0) @Max(100) @JsonPropertyDescription("Failed measurements that are tolerated. Default: 0.") @Nullable
        Integer failureLimit,

        @Min(0)
        @Max(100)
        @JsonPropertyDescription(
                "Provider errors in a row that are tolerated; more pause the rollout, unless noData is Ignore. Default: 4.")
        @Nullable
        Integer errorLimit,

        @JsonPropertyDescription(
                "What it means that the pollers seen cannot be told apart by pod, or that only some of the pods poll. Inconclusive pauses the rollout, Fail rejects the revision, Ignore goes on measuring until the deadline. None passes. Default: Inconclusive.")
        @Nullable
        NoData noData,

        @JsonPropertyDescription("Measures and shows, but never decides. Default: false.") @Nullable
        Boolean dryRun) {}
