package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rollout in flight, or the last one. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolloutStatus(
        String id,
        Integer attempt,
        Integer step,
        Phase phase,
        @Nullable String startedAt,
        @Nullable String since,
        @Nullable String deadline,
        @Nullable Integer highWater,
        @Nullable Long pausedSeconds,
        @Nullable List<GateStatus> gates) {}
