package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A Kubernetes condition (KEP-1623). */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionStatus(
        @Required @Size(max = 316) @JsonPropertyDescription("Type of the condition.")
        String type,

        @Required @Size(max = 16) @JsonPropertyDescription("True, False or Unknown.")
        String status,

        @JsonPropertyDescription("Generation of the spec that the condition speaks about.") @Nullable
        Long observedGeneration,

        @Size(max = 64) @JsonPropertyDescription("When the status of the condition last changed, RFC 3339.") @Nullable
        String lastTransitionTime,

        @Required @Size(max = 1024) @JsonPropertyDescription("Reason, one word.")
        String reason,

        @Required @Size(max = 32768) @JsonPropertyDescription("Reason in a sentence.")
        String message) {}
