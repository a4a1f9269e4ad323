package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.nineminds.temporal.api.v1alpha1.shape.EnvSourceShape;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import org.jspecify.annotations.Nullable;

/** One environment variable: a literal or a reference, not both. */
@ValidationRule(value = "has(self.value) != has(self.valueFrom)", message = Rules.ENV_ONE_SOURCE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvSpec(
        @Required
        @Size(min = 1, max = 253)
        @ValidationRule(value = "self.matches(r'" + Patterns.VARIABLE + "')", message = Rules.VARIABLE_NAME)
        @ValidationRule(
                value = "!self.matches('" + Patterns.RESERVED_VARIABLE + "')",
                message = Rules.VARIABLE_RESERVED)
        @JsonPropertyDescription("Name of the variable.")
        String name,

        @Size(max = 8192)
        @JsonPropertyDescription("Literal value; the production profile refuses it for names that promise a secret.")
        @Nullable
        String value,

        @SchemaFrom(type = EnvSourceShape.class)
        @JsonPropertyDescription("Where the value is read from when the pod starts.")
        @Nullable
        EnvVarSource valueFrom) {}
