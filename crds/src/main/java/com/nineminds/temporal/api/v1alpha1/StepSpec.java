package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** One step: the new revision's share of the capacity in percent, held for a time once its gates passed. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepSpec(
        @Required @Min(1) @Max(100) @JsonPropertyDescription("Share of the new revision in percent of the capacity.")
        Integer share,

        @Size(max = 16)
        @ValidationRule(
                value = "self.matches('" + Patterns.DURATION
                        + "') && self != '' && duration(self) >= duration('0s') && duration(self) <= duration('168h')",
                message = Rules.STEP_HOLD)
        @JsonPropertyDescription("How long the step is held once its gates passed. Default: 0s.")
        @Nullable
        String hold) {}
