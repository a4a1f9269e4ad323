package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** One finished rollout, newest first. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryStatus(
        @Required @Size(max = 64) @JsonPropertyDescription("Hash of the revision.")
        String hash,

        @JsonPropertyDescription("Number of its ControllerRevision.") @Nullable
        Long number,

        @Size(max = 512) @JsonPropertyDescription("Image of the worker.") @Nullable
        String image,

        @Required @Size(max = 64) @JsonPropertyDescription("Promoted, Rejected or Superseded.")
        String verdict,

        @Size(max = 128) @JsonPropertyDescription("Why, one word.") @Nullable
        String reason,

        @Size(max = 64) @JsonPropertyDescription("When the rollout began, RFC 3339.") @Nullable
        String startedAt,

        @Size(max = 64) @JsonPropertyDescription("When the rollout ended, RFC 3339.") @Nullable
        String finishedAt) {}
