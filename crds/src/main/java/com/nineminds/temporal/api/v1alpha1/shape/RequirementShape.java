package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** LabelSelectorRequirement. */
public record RequirementShape(
        @Required @Size(min = 1, max = 317) @JsonPropertyDescription("Label.")
        String key,

        @Required @Size(min = 1, max = 16) @JsonPropertyDescription("In, NotIn, Exists or DoesNotExist.")
        String operator,

        @Size(max = 20) @JsonPropertyDescription("Values for In and NotIn.")
        List<@Size(max = 63) String> values) {}
