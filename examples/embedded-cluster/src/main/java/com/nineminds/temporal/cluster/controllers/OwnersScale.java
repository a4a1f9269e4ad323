package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.Owners;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many replicas the owners of pods ask for: of a ReplicaSet that a Deployment owns it is the Deployment that counts. */
final class OwnersScale {
    private final KubernetesClient client;

    OwnersScale(KubernetesClient client) {
        this.client = client;
    }

    int of(List<Pod> pods) {
        Map<String, Integer> replicasByOwner = new HashMap<>();
        for (Pod pod : pods) {
            replicaSet(pod)
                    .ifPresent(set -> deployment(set)
                            .ifPresentOrElse(
                                    owner -> replicasByOwner.put(
                                            owner.getMetadata().getUid(), RollingUpdate.desired(owner)),
                                    () -> replicasByOwner.put(set.getMetadata().getUid(), Revisions.replicas(set))));
        }
        return replicasByOwner.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Optional<ReplicaSet> replicaSet(Pod pod) {
        return Owners.controllerOf(pod)
                .filter(owner -> owner.getKind().equals("ReplicaSet"))
                .map(owner -> client.apps()
                        .replicaSets()
                        .inNamespace(pod.getMetadata().getNamespace())
                        .withName(owner.getName())
                        .get())
                .filter(set -> Owners.controls(set, pod));
    }

    private Optional<Deployment> deployment(ReplicaSet set) {
        return Owners.controllerOf(set)
                .filter(owner -> owner.getKind().equals("Deployment"))
                .map(owner -> client.apps()
                        .deployments()
                        .inNamespace(set.getMetadata().getNamespace())
                        .withName(owner.getName())
                        .get())
                .filter(deployment -> Owners.controls(deployment, set));
    }
}
