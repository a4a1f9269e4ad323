package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.DisruptionSpec;
import com.nineminds.temporal.api.v1alpha1.NetworkPolicySpec;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A valid spec with every default in its place; nothing is null. What makes a revision is in {@link #pod}, the rest changes
 * without one. How a revision is rolled out is not part of it.
 *
 * @param minAvailable pods that a node drain leaves: a count or a percentage; default 1
 * @param networkPolicy empty unless it is asked for
 */
public record EffectiveSpec(
        WorkerPod pod, Scaling scaling, IntOrString minAvailable, Optional<NetworkAccess> networkPolicy) {
    /**
     * Version of the defaults that this package applies. Raise it with any change of one: the specs that rely on it get another
     * revision hash, so that an upgrade of the operator rolls their pods out behind the gates.
     */
    public static final int DEFAULTS_VERSION = 1;

    private static final int MIN_AVAILABLE = 1;

    /** @param name name of the worker; its service account has the same unless the spec names another */
    public static EffectiveSpec of(String name, TemporalWorkerSpec spec) {
        return new EffectiveSpec(
                WorkerPod.of(name, spec),
                Scaling.of(spec.scaling()),
                minAvailable(spec.disruption()),
                networkPolicy(spec.networkPolicy()));
    }

    private static IntOrString minAvailable(@Nullable DisruptionSpec spec) {
        return Optional.ofNullable(spec)
                .map(DisruptionSpec::minAvailable)
                .orElseGet(() -> new IntOrString(MIN_AVAILABLE));
    }

    private static Optional<NetworkAccess> networkPolicy(@Nullable NetworkPolicySpec spec) {
        return Optional.ofNullable(spec)
                .filter(policy -> Boolean.TRUE.equals(policy.enabled()))
                .map(policy -> new NetworkAccess(Objects.requireNonNullElse(policy.egress(), List.of())));
    }
}
