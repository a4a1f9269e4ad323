package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/** PodDisruptionBudget of the serving pods: a count or a percentage. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisruptionSpec(
        @ValidationRule(
                value = "type(self) == int ? self >= 0 : self.matches('" + Patterns.PERCENT + "')",
                message = Rules.DISRUPTION_FORMAT)
        @JsonPropertyDescription(
                "Pods that must stay available during a node drain: a count or a percentage. Default: 1.")
        @Nullable
        IntOrString minAvailable) {}
