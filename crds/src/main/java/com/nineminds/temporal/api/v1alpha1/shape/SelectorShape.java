package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/** LabelSelector. */
public record SelectorShape(
        @Size(max = 20) @JsonPropertyDescription("Labels that must have these values.")
        Map<String, @Size(max = 63) String> matchLabels,

        @Size(max = 20) @JsonPropertyDescription("Further requirements.")
        List<RequirementShape> matchExpressions) {}
