package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.nineminds.temporal.api.v1alpha1.Rules;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;

/** ResourceRequirements. */
@ValidationRule(
        value = "!has(self.requests) || !has(self.limits) || self.requests.all(k, !(k in self.limits)"
                + " || !isQuantity(string(self.requests[k])) || !isQuantity(string(self.limits[k]))"
                + " || quantity(string(self.requests[k])).compareTo(quantity(string(self.limits[k]))) <= 0)",
        message = Rules.RESOURCES_WITHIN_LIMITS,
        fieldPath = ".requests")
public record ResourcesShape(
        @Size(max = 20)
        @ValidationRule(value = "self.all(k, isQuantity(string(self[k])))", message = Rules.RESOURCES_QUANTITY)
        @JsonPropertyDescription("Highest amounts that the worker may use.")
        Map<String, Quantity> limits,

        @Size(max = 20)
        @ValidationRule(value = "self.all(k, isQuantity(string(self[k])))", message = Rules.RESOURCES_QUANTITY)
        @JsonPropertyDescription("Amounts that are reserved for the worker.")
        Map<String, Quantity> requests,

        @Size(max = 20) @JsonPropertyDescription("Claims of the pod that the worker uses.")
        List<ResourceClaimShape> claims) {}
