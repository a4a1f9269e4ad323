package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How many pods each ReplicaSet of a rolling Deployment may have now: the arithmetic of the Deployment controller. */
final class RollingUpdate {
    private static final IntOrString DEFAULT_MARGIN = new IntOrString("25%");

    private RollingUpdate() {}

    static boolean recreates(Deployment deployment) {
        return deployment.getSpec().getStrategy() != null
                && "Recreate".equals(deployment.getSpec().getStrategy().getType());
    }

    static int desired(Deployment deployment) {
        Integer replicas = deployment.getSpec().getReplicas();
        return replicas == null ? 1 : replicas;
    }

    /** 0 unless the strategy is RollingUpdate. */
    static int maxSurge(Deployment deployment) {
        return recreates(deployment) ? 0 : IntOrPercent.roundedUp(margin(deployment, true), desired(deployment));
    }

    /** 0 unless the strategy is RollingUpdate; 1 when neither margin leaves room for a step. */
    static int maxUnavailable(Deployment deployment) {
        if (recreates(deployment) || desired(deployment) == 0) {
            return 0;
        }
        int margin = IntOrPercent.roundedDown(margin(deployment, false), desired(deployment));
        return margin == 0 && maxSurge(deployment) == 0 ? 1 : Math.min(margin, desired(deployment));
    }

    private static IntOrString margin(Deployment deployment, boolean surge) {
        return Optional.ofNullable(deployment.getSpec().getStrategy())
                .flatMap(strategy -> Optional.ofNullable(strategy.getRollingUpdate()))
                .flatMap(rolling -> Optional.ofNullable(surge ? rolling.getMaxSurge() : rolling.getMaxUnavailable()))
                .orElse(DEFAULT_MARGIN);
    }

    /** The size of the current ReplicaSet: all that is desired, or what the surge leaves room for. */
    static int currentSize(Deployment deployment, Revisions revisions) {
        int desired = desired(deployment);
        int size = revisions.current().map(Revisions::replicas).orElse(0);
        if (recreates(deployment) || size >= desired) {
            return desired;
        }
        int room = desired + maxSurge(deployment) - revisions.sum(Revisions::replicas);
        return room <= 0 ? size : size + Math.min(room, desired - size);
    }

    /** The new sizes of old ReplicaSets that can give up pods: unhealthy ones first, then what availability allows. */
    static Map<ReplicaSet, Integer> scaleDownOld(Deployment deployment, Revisions revisions) {
        Map<ReplicaSet, Integer> sizes = new LinkedHashMap<>();
        if (revisions.old().stream().anyMatch(RollingUpdate::countsPodsGivenUp)) {
            return sizes;
        }
        int minimum = desired(deployment) - maxUnavailable(deployment);
        int currentUnavailable = revisions
                .current()
                .map(set -> Revisions.replicas(set) - Revisions.available(set))
                .orElse(0);
        int room = revisions.sum(Revisions::replicas) - minimum - currentUnavailable;
        if (room <= 0) {
            return sizes;
        }
        dropUnhealthy(revisions, room, sizes);
        dropAvailable(revisions, revisions.sum(Revisions::available) - minimum, sizes);
        return sizes;
    }

    /** Its status is from before it was last scaled down: pods on their way out would be taken for available ones. */
    private static boolean countsPodsGivenUp(ReplicaSet set) {
        return Revisions.available(set) > Revisions.replicas(set);
    }

    private static void dropUnhealthy(Revisions revisions, int room, Map<ReplicaSet, Integer> sizes) {
        int left = room;
        for (ReplicaSet set : revisions.old()) {
            int drop = Math.min(left, Revisions.replicas(set) - Revisions.available(set));
            if (drop > 0) {
                sizes.put(set, Revisions.replicas(set) - drop);
                left -= drop;
            }
        }
    }

    private static void dropAvailable(Revisions revisions, int room, Map<ReplicaSet, Integer> sizes) {
        int left = room;
        for (ReplicaSet set : revisions.old()) {
            int size = sizes.getOrDefault(set, Revisions.replicas(set));
            int drop = Math.min(left, size);
            if (drop > 0) {
                sizes.put(set, size - drop);
                left -= drop;
            }
        }
    }
}
