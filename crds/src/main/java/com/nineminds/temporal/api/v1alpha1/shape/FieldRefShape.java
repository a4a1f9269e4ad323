package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** ObjectFieldSelector. */
public record FieldRefShape(
        @Required @Size(min = 1, max = 512) @JsonPropertyDescription("Path of the field.")
        String fieldPath,

        @Size(max = 64) @JsonPropertyDescription("Version of the schema that the path is written for.")
        String apiVersion) {}
