package com.nineminds.temporal.operator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nineminds.temporal.api.v1alpha1.HealthSpec;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that makes a pod of the worker what it is. A change of any of it is another revision.
 *
 * @param healthPort default 8080
 * @param serviceAccountName default: the worker's name
 * @param overrides strategic merge patch over the rendered pod template; an empty object if there is none
 */
public record WorkerPod(
        String image,
        List<String> imagePullSecrets,
        TemporalTarget temporal,
        Settings settings,
        Optional<VaultSecrets> vault,
        ResourceAmounts resources,
        int healthPort,
        Shutdown shutdown,
        String serviceAccountName,
        JsonNode overrides) {
    private static final int HEALTH_PORT = 8080;

    public WorkerPod {
        imagePullSecrets = List.copyOf(imagePullSecrets);
        overrides = overrides.deepCopy();
    }

    static WorkerPod of(String name, TemporalWorkerSpec spec) {
        return new WorkerPod(
                spec.image(),
                Objects.requireNonNullElse(spec.imagePullSecrets(), List.of()),
                TemporalTarget.of(spec.temporal()),
                Settings.of(spec),
                Optional.ofNullable(spec.vault()).map(VaultSecrets::of),
                ResourceAmounts.of(spec.resources()),
                healthPort(spec.health()),
                Shutdown.of(spec.drain(), spec.terminationGracePeriodSeconds()),
                Objects.requireNonNullElse(spec.serviceAccountName(), name),
                overrides(spec.podTemplate()));
    }

    private static int healthPort(@Nullable HealthSpec spec) {
        return spec == null || spec.port() == null ? HEALTH_PORT : spec.port();
    }

    private static JsonNode overrides(@Nullable JsonNode podTemplate) {
        return podTemplate == null || podTemplate.isNull() ? JsonNodeFactory.instance.objectNode() : podTemplate;
    }
}
