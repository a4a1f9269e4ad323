package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import org.jspecify.annotations.Nullable;

/** Either a fixed number of replicas or autoscaling, never both. Neither: autoscaling 2 to 10. */
@ValidationRule(value = "!has(self.replicas) || !has(self.autoscaling)", message = Rules.SCALING_MODES)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScalingSpec(
        @SpecReplicas
        @Min(1)
        @Max(1000)
        @JsonPropertyDescription("Fixed number of replicas; also what the scale subresource sets.")
        @Nullable
        Integer replicas,

        @JsonPropertyDescription("Automatic number of replicas by a HorizontalPodAutoscaler.") @Nullable
        AutoscalingSpec autoscaling) {}
