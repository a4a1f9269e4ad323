package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator saw and does. Written by the operator only; rebuilt from ControllerRevisions if lost. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemporalWorkerStatus(
        @Nullable Long observedGeneration,
        @Nullable Phase phase,
        @Nullable String step,
        @Nullable String reason,
        @Nullable String message,
        @Nullable RevisionStatus target,
        @Nullable RevisionStatus stable,
        @Nullable RevisionStatus previous,
        @Nullable List<RejectedStatus> rejected,
        @Nullable RolloutStatus rollout,
        @Nullable List<HistoryStatus> history,
        @Nullable Integer replicas,
        @Nullable Integer readyReplicas,
        @Nullable String ready,
        @Nullable String selector,
        @Nullable List<ConditionStatus> conditions) {}
