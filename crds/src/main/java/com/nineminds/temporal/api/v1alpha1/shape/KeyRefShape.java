package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** SecretKeySelector and ConfigMapKeySelector. */
public record KeyRefShape(
        @Required
        @Size(min = 1, max = 253)
        @JsonPropertyDescription("Name of the Secret or ConfigMap, in the worker's namespace.")
        String name,

        @Required @Size(min = 1, max = 253) @JsonPropertyDescription("Key to read.")
        String key,

        @JsonPropertyDescription("Whether the object or key may be missing.")
        Boolean optional) {}
