package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.v1alpha1.Rules;
import io.fabric8.generator.annotation.ValidationRule;

/** What the CEL rules see of {@code podTemplate}; the rest of a pod is kept as written. */
@ValidationRule(value = "!has(self.replicas)", message = Rules.POD_REPLICAS, fieldPath = ".replicas")
@ValidationRule(value = "!has(self.selector)", message = Rules.POD_SELECTOR, fieldPath = ".selector")
public record PodTemplateShape(
        @JsonPropertyDescription("Labels and annotations of the pods.")
        PodMetadataShape metadata,

        @JsonPropertyDescription("Pod spec in the shape of Kubernetes; see the rules for what the operator owns.")
        PodSpecShape spec,

        @JsonPropertyDescription("Refused: use scaling.") Integer replicas,

        @JsonPropertyDescription("Refused: the operator owns the selector.")
        ObjectNode selector) {}
