package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The last word of one gate in this step. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GateStatus(
        @Required @Size(max = 63) @JsonPropertyDescription("Name of the gate.")
        String name,

        @Required @JsonPropertyDescription("Index of the step, from 0.")
        Integer step,

        @Required @Size(max = 64) @JsonPropertyDescription("What the gate says so far.")
        String verdict,

        @Size(max = 32768) @JsonPropertyDescription("What was measured.") @Nullable
        String message,

        @Size(max = 64) @JsonPropertyDescription("When the verdict was reached, RFC 3339.") @Nullable
        String since) {}
