package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.spec.ResourceAmounts;
import com.nineminds.temporal.operator.spec.WorkerPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceClaim;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The container that runs the worker. */
public final class WorkerContainer {
    public static final String NAME = "worker";

    /** Name of the port of the health endpoints. */
    public static final String HEALTH_PORT = "health";

    private WorkerContainer() {}

    static Container of(WorkerRef worker, String hash, WorkerPod pod) {
        return new ContainerBuilder()
                .withName(NAME)
                .withImage(pod.image())
                .withEnv(WorkerEnvironment.of(worker, hash, pod))
                .addNewEnvFrom()
                .withNewConfigMapRef()
                .withName(Names.ofRevision(worker, hash))
                .endConfigMapRef()
                .endEnvFrom()
                .addNewPort()
                .withName(HEALTH_PORT)
                .withContainerPort(pod.healthPort())
                .withProtocol("TCP")
                .endPort()
                .withResources(resources(pod.resources()))
                .withStartupProbe(WorkerProbes.startup())
                .withLivenessProbe(WorkerProbes.liveness())
                .withReadinessProbe(WorkerProbes.readiness())
                .withSecurityContext(PodSecurity.ofContainer())
                .withVolumeMounts(PodVolumes.mounts(pod))
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .build();
    }

    private static ResourceRequirements resources(ResourceAmounts amounts) {
        return new ResourceRequirementsBuilder()
                .withRequests(quantities(amounts.requests()))
                .withLimits(quantities(amounts.limits()))
                .withClaims(
                        amounts.claims().stream().map(WorkerContainer::claim).toList())
                .build();
    }

    private static ResourceClaim claim(ResourceAmounts.Claim claim) {
        return new ResourceClaim(claim.name(), claim.request().isEmpty() ? null : claim.request());
    }

    private static SortedMap<String, Quantity> quantities(Map<String, String> amounts) {
        SortedMap<String, Quantity> quantities = new TreeMap<>();
        amounts.forEach((resource, amount) -> quantities.put(resource, Quantity.parse(amount)));
        return quantities;
    }
}
