package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** The part of a volume that the rules look at. */
@PreserveUnknownFields
public record VolumeShape(
        @Required @Size(min = 1, max = 63) @JsonPropertyDescription("Name of the volume.")
        String name) {}
