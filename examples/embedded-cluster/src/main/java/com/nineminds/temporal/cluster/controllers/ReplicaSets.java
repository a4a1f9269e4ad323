package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.Owners;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the ReplicaSets of Deployments. */
final class ReplicaSets {
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final EventRecorder events;

    ReplicaSets(KubernetesClient client, EventRecorder events) {
        this.client = client;
        this.events = events;
    }

    List<ReplicaSet> ownedBy(Deployment deployment) {
        return client
                .apps()
                .replicaSets()
                .inNamespace(deployment.getMetadata().getNamespace())
                .withLabelSelector(deployment.getSpec().getSelector())
                .list()
                .getItems()
                .stream()
                .filter(set -> Owners.controls(deployment, set))
                .toList();
    }

    /** Creates the ReplicaSet; a name that is taken by another template is reported as a conflict (409). */
    ReplicaSet create(Deployment deployment, ReplicaSet draft) {
        ReplicaSet created = client.apps().replicaSets().resource(draft).create();
        if (Revisions.replicas(created) > 0) {
            events.normal(deployment, "ScalingReplicaSet", scaled("up", created, 0, Revisions.replicas(created)));
        }
        return created;
    }

    /** Returns whether the ReplicaSet had another size. */
    boolean scale(Deployment deployment, ReplicaSet set, int size) {
        int before = Revisions.replicas(set);
        Map<String, String> sizes = Annotations.sizes(deployment);
        if (before == size && Annotations.all(set).entrySet().containsAll(sizes.entrySet())) {
            return false;
        }
        patch(set, Map.of("metadata", Map.of("annotations", sizes), "spec", Map.of("replicas", size)));
        if (before != size) {
            events.normal(deployment, "ScalingReplicaSet", scaled(size > before ? "up" : "down", set, before, size));
        }
        return before != size;
    }

    /** Carries the revision number and what else the Deployment says about its current ReplicaSet over to it. */
    void describe(Deployment deployment, ReplicaSet set, int revision) {
        Map<String, String> annotations = new HashMap<>(Annotations.forReplicaSet(deployment));
        annotations.put(Annotations.REVISION, String.valueOf(revision));
        int minReady = Revisions.orZero(deployment.getSpec().getMinReadySeconds());
        boolean same = Annotations.all(set).entrySet().containsAll(annotations.entrySet())
                && Revisions.orZero(set.getSpec().getMinReadySeconds()) == minReady;
        if (!same) {
            patch(
                    set,
                    Map.of(
                            "metadata",
                            Map.of("annotations", annotations),
                            "spec",
                            Map.of("minReadySeconds", minReady)));
        }
    }

    void delete(ReplicaSet set) {
        client.resource(set).delete();
    }

    private void patch(ReplicaSet set, Map<String, ?> change) {
        client.resource(set).patch(MERGE, Serialization.asJson(change));
    }

    private static String scaled(String direction, ReplicaSet set, int from, int to) {
        return "Scaled %s replica set %s from %d to %d"
                .formatted(direction, set.getMetadata().getName(), from, to);
    }
}
