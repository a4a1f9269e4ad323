package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A revision and what it runs. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevisionStatus(
        @Required @Size(max = 64) @JsonPropertyDescription("Hash of the revision, the suffix of its children.")
        String hash,

        @JsonPropertyDescription("Number of its ControllerRevision.") @Nullable
        Long number,

        @Size(max = 512) @JsonPropertyDescription("Image of the worker.") @Nullable
        String image,

        @JsonPropertyDescription("Wanted pods.") @Nullable Integer replicas,

        @JsonPropertyDescription("Available pods.") @Nullable
        Integer available,

        @Size(max = 64) @JsonPropertyDescription("Promoted, Rejected, Superseded, or absent while undecided.") @Nullable
        String verdict) {}
