package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spreads a change of {@code spec.replicas} in the middle of a rollout over the ReplicaSets that have pods. */
final class ProportionalScaling {
    private ProportionalScaling() {}

    /** Whether {@code spec.replicas} differs from what the ReplicaSets were last sized for. */
    static boolean isDue(Deployment deployment, Revisions revisions) {
        return revisions.active().stream()
                .map(set -> Annotations.number(set, Annotations.DESIRED_REPLICAS))
                .anyMatch(sizedFor -> sizedFor >= 0 && sizedFor != RollingUpdate.desired(deployment));
    }

    /** The new size of every active ReplicaSet. */
    static Map<ReplicaSet, Integer> sizes(Deployment deployment, Revisions revisions) {
        int desired = RollingUpdate.desired(deployment);
        int allowed = desired > 0 ? desired + RollingUpdate.maxSurge(deployment) : 0;
        int missing = allowed - revisions.sum(Revisions::replicas);
        int given = 0;
        Map<ReplicaSet, Integer> sizes = new LinkedHashMap<>();
        for (ReplicaSet set : largestFirst(revisions.active(), missing > 0)) {
            int share = share(deployment, set, missing, given);
            sizes.put(set, Revisions.replicas(set) + share);
            given += share;
        }
        int rest = missing - given;
        sizes.entrySet().stream().findFirst().ifPresent(first -> first.setValue(Math.max(0, first.getValue() + rest)));
        return sizes;
    }

    /** Of equal sizes the newer one grows first and the older one shrinks first. */
    private static List<ReplicaSet> largestFirst(List<ReplicaSet> active, boolean growing) {
        Comparator<ReplicaSet> age =
                Comparator.comparing(set -> set.getMetadata().getCreationTimestamp());
        return active.stream()
                .sorted(Comparator.comparing(Revisions::replicas)
                        .reversed()
                        .thenComparing(growing ? age.reversed() : age))
                .toList();
    }

    private static int share(Deployment deployment, ReplicaSet set, int missing, int given) {
        if (missing == 0) {
            return 0;
        }
        int fraction = fraction(deployment, set);
        int left = missing - given;
        return missing > 0 ? Math.min(fraction, left) : Math.max(fraction, left);
    }

    private static int fraction(Deployment deployment, ReplicaSet set) {
        int size = Revisions.replicas(set);
        int desired = RollingUpdate.desired(deployment);
        if (desired == 0) {
            return -size;
        }
        int before = Annotations.number(set, Annotations.MAX_REPLICAS);
        int base = before > 0 ? before : Revisions.orZero(deployment.getStatus().getReplicas());
        int after = desired + RollingUpdate.maxSurge(deployment);
        return (int) Math.round(size * (double) after / Math.max(1, base)) - size;
    }
}
