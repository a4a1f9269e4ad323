package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/** The part of a container port that the rules look at. */
@PreserveUnknownFields
public record PortShape(
        @Size(max = 15) @JsonPropertyDescription("Name of the port.")
        String name,

        @Min(1) @Max(65535) @JsonPropertyDescription("Number of the port.")
        Integer containerPort) {}
