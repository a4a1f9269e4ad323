package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The annotations by which the Deployment controller keeps its books on ReplicaSets. */
final class Annotations {
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String DESIRED_REPLICAS = "deployment.kubernetes.io/desired-replicas";
    static final String MAX_REPLICAS = "deployment.kubernetes.io/max-replicas";

    private static final Set<String> NOT_COPIED = Set.of(
            REVISION,
            DESIRED_REPLICAS,
            MAX_REPLICAS,
            "deployment.kubernetes.io/revision-history",
            "kubectl.kubernetes.io/last-applied-configuration");

    private Annotations() {}

    /** -1 when the annotation is absent or no number. */
    static int number(HasMetadata object, String name) {
        try {
            return Integer.parseInt(all(object).getOrDefault(name, ""));
        } catch (NumberFormatException absent) {
            return -1;
        }
    }

    static Map<String, String> all(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    /** What a ReplicaSet takes over from its Deployment, with the sizes that it is scaled for. */
    static Map<String, String> forReplicaSet(Deployment deployment) {
        Map<String, String> annotations = new TreeMap<>(all(deployment));
        annotations.keySet().removeAll(NOT_COPIED);
        annotations.putAll(sizes(deployment));
        return annotations;
    }

    static Map<String, String> sizes(Deployment deployment) {
        int desired = RollingUpdate.desired(deployment);
        return Map.of(
                DESIRED_REPLICAS,
                String.valueOf(desired),
                MAX_REPLICAS,
                String.valueOf(desired + RollingUpdate.maxSurge(deployment)));
    }
}
