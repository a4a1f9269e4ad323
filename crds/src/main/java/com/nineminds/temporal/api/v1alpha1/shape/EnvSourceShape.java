package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.nineminds.temporal.api.v1alpha1.Rules;
import io.fabric8.generator.annotation.ValidationRule;

/** EnvVarSource: exactly one reference. */
@ValidationRule(
        value =
                "[has(self.secretKeyRef), has(self.configMapKeyRef), has(self.fieldRef), has(self.resourceFieldRef)].exists_one(set, set)",
        message = Rules.ENV_VALUE_FROM)
public record EnvSourceShape(
        @JsonPropertyDescription("A key of a Secret.") KeyRefShape secretKeyRef,

        @JsonPropertyDescription("A key of a ConfigMap.") KeyRefShape configMapKeyRef,

        @JsonPropertyDescription("A field of the pod, such as metadata.name.")
        FieldRefShape fieldRef,

        @JsonPropertyDescription("A resource of a container, such as limits.memory.")
        ResourceFieldRefShape resourceFieldRef) {}
