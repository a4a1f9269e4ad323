package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How long a stopping worker may finish what it runs, e.g. {@code 45s}. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrainSpec(
        @Default(Defaults.DRAIN_TIMEOUT)
        @Size(max = 16)
        @ValidationRule(
                value = "self.matches('" + Patterns.DURATION
                        + "') && self != '' && duration(self) >= duration('1s') && duration(self) <= duration('24h')",
                message = Rules.DRAIN_TIMEOUT)
        @JsonPropertyDescription("How long a stopping worker may finish what it runs.")
        @Nullable
        String timeout) {}
