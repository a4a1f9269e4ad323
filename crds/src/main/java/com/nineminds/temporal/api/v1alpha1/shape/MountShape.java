package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** The part of a volume mount that the rules look at. */
@PreserveUnknownFields
public record MountShape(
        @Required @Size(min = 1, max = 4096) @JsonPropertyDescription("Where the volume is seen.")
        String mountPath) {}
