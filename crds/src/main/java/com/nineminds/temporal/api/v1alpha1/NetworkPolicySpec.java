package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.nineminds.temporal.api.v1alpha1.shape.EgressRuleShape;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a NetworkPolicy: ingress to the health port only, egress to DNS, Temporal, Vault and the listed peers. */
@ValidationRule(
        value = "!has(self.egress) || (has(self.enabled) && self.enabled)",
        message = Rules.NETWORK_POLICY_DISABLED,
        fieldPath = ".egress")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkPolicySpec(
        @Default("false") @JsonPropertyDescription("Whether the operator makes a NetworkPolicy.") @Nullable
        Boolean enabled,

        @SchemaFrom(type = EgressRuleShape[].class)
        @Size(max = 20)
        @JsonPropertyDescription("Further peers that the worker may call.")
        @Nullable
        List<NetworkPolicyEgressRule> egress) {}
