package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Quantity;

/** ResourceFieldSelector. */
public record ResourceFieldRefShape(
        @Required @Size(min = 1, max = 253) @JsonPropertyDescription("Resource to read, such as limits.memory.")
        String resource,

        @Size(max = 63) @JsonPropertyDescription("Name of the container.")
        String containerName,

        @JsonPropertyDescription("Unit of the value.") Quantity divisor) {}
