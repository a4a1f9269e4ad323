package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator saw and does. Written by the operator only; rebuilt from ControllerRevisions if lost. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemporalWorkerStatus(
        @JsonPropertyDescription("Generation of the spec that this status speaks about.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("The one word that says where the worker stands.") @Nullable
        Phase phase,

        @Size(max = 64) @JsonPropertyDescription("Step in words, such as 2/4 25%.") @Nullable
        String step,

        @Size(max = 128) @JsonPropertyDescription("Reason of the phase, one word.") @Nullable
        String reason,

        @Size(max = 32768) @JsonPropertyDescription("Reason of the phase in a sentence.") @Nullable
        String message,

        @JsonPropertyDescription("The revision that the spec asks for.") @Nullable
        RevisionStatus target,

        @JsonPropertyDescription("The last promoted revision, to which a failed rollout returns.") @Nullable
        RevisionStatus stable,

        @JsonPropertyDescription("The promoted revision before the stable one.") @Nullable
        RevisionStatus previous,

        @Size(max = 100)
        @JsonPropertyDescription("Revisions that are not served again until the target changes or a retry names them.")
        @Nullable
        List<RejectedStatus> rejected,

        @JsonPropertyDescription("The rollout in flight, or the last one.") @Nullable
        RolloutStatus rollout,

        @Size(max = 100) @JsonPropertyDescription("Finished rollouts, newest first.") @Nullable
        List<HistoryStatus> history,

        @StatusReplicas @JsonPropertyDescription("Pods of all revisions.") @Nullable
        Integer replicas,

        @JsonPropertyDescription("Ready pods of all revisions.") @Nullable
        Integer readyReplicas,

        @Size(max = 64) @JsonPropertyDescription("Ready and wanted pods in words, such as 8/8.") @Nullable
        String ready,

        @Size(max = 256) @JsonPropertyDescription("The gate measured last and its verdict in words.") @Nullable
        String gate,

        @LabelSelector
        @Size(max = 1024)
        @JsonPropertyDescription("Selects the pods of all revisions, in the text form of a label selector.")
        @Nullable
        String selector,

        @Size(max = 50)
        @JsonPropertyDescription("Conditions: Ready, Available, Reconciling, Stalled and Paused.")
        @Nullable
        List<ConditionStatus> conditions) {}
