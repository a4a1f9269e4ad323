package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The desired worker. Only {@code image}, {@code temporal.address} and {@code temporal.taskQueues} have no default. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemporalWorkerSpec(
        String image,
        @Nullable List<String> imagePullSecrets,
        TemporalSpec temporal,
        @Nullable ScalingSpec scaling,
        @Nullable Map<String, String> config,
        @Nullable List<EnvSpec> env,
        @Nullable VaultSpec vault,
        @Nullable ResourceRequirements resources,
        @Nullable DisruptionSpec disruption,
        @Nullable HealthSpec health,
        @Nullable Profile profile,
        @Nullable DrainSpec drain,
        @Nullable Integer terminationGracePeriodSeconds,
        @Nullable JsonNode podTemplate,
        @Nullable String serviceAccountName,
        @Nullable NetworkPolicySpec networkPolicy,
        @Nullable RolloutSpec rollout) {}
