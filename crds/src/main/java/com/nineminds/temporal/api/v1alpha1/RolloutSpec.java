package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a new revision takes over, how long each part may last, and what proves it good. Durations as {@code 90s}, {@code 2m}, {@code 1h30m}. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolloutSpec(
        @Nullable Strategy strategy,
        @Nullable List<StepSpec> steps,
        @Nullable String deadline,
        @Nullable String bake,
        @Nullable Boolean paused,
        @Nullable Integer historyLimit,
        @Nullable List<GateSpec> gates) {}
