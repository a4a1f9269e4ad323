package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rollout in flight, or the last one. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolloutStatus(
        @Required @Size(max = 128) @JsonPropertyDescription("Identity of the rollout.")
        String id,

        @Required @JsonPropertyDescription("Attempt of the same revision, from 1.")
        Integer attempt,

        @Required @JsonPropertyDescription("Index of the step, from 0.")
        Integer step,

        @Required @JsonPropertyDescription("Phase of the rollout.")
        Phase phase,

        @Size(max = 64) @JsonPropertyDescription("When the rollout began, RFC 3339.") @Nullable
        String startedAt,

        @Size(max = 64) @JsonPropertyDescription("When the phase began, RFC 3339.") @Nullable
        String since,

        @Size(max = 64) @JsonPropertyDescription("When the step fails, RFC 3339.") @Nullable
        String deadline,

        @JsonPropertyDescription("Most pods that were stably available in this step.") @Nullable
        Integer highWater,

        @JsonPropertyDescription("Seconds that the rollout was paused.") @Nullable
        Long pausedSeconds,

        @Size(max = 100) @JsonPropertyDescription("The last word of each gate.") @Nullable
        List<GateStatus> gates) {}
