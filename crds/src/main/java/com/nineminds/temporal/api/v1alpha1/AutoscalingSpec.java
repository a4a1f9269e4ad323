package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Bounds of the HorizontalPodAutoscaler and its utilization targets in percent of the requests. */
@ValidationRule(
        value = "(has(self.minReplicas) ? self.minReplicas : " + Defaults.MIN_REPLICAS
                + ") <= (has(self.maxReplicas) ? self.maxReplicas : " + Defaults.MAX_REPLICAS + ")",
        message = Rules.AUTOSCALING_RANGE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AutoscalingSpec(
        @Min(1) @Max(1000) @JsonPropertyDescription("Lowest number of replicas. Default: 2.") @Nullable
        Integer minReplicas,

        @Min(1) @Max(1000) @JsonPropertyDescription("Highest number of replicas. Default: 10.") @Nullable
        Integer maxReplicas,

        @Min(1) @Max(1000) @JsonPropertyDescription("CPU target in percent of the request. Default: 70.") @Nullable
        Integer cpuUtilization,

        @Min(1) @Max(1000) @JsonPropertyDescription("Memory target in percent of the request. Default: 80.") @Nullable
        Integer memoryUtilization) {}
