package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Either a fixed number of replicas or autoscaling, never both. Neither: autoscaling 2 to 10. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScalingSpec(
        @Nullable Integer replicas, @Nullable AutoscalingSpec autoscaling) {}
