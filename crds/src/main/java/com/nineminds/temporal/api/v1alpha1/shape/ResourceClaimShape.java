package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** ResourceClaim. */
public record ResourceClaimShape(
        @Required
        @Size(min = 1, max = 63)
        @JsonPropertyDescription("Name of a claim in podTemplate.spec.resourceClaims.")
        String name,

        @Size(max = 63) @JsonPropertyDescription("One request of that claim.")
        String request) {}
