package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Bounds of the HorizontalPodAutoscaler and its utilization targets in percent of the requests. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AutoscalingSpec(
        @Nullable Integer minReplicas,
        @Nullable Integer maxReplicas,
        @Nullable Integer cpuUtilization,
        @Nullable Integer memoryUtilization) {}
