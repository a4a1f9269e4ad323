package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The ReplicaSets of one Deployment.
 *
 * @param current the one with the Deployment's pod template; empty until it was created
 * @param old all others, the oldest first
 */
record Revisions(Optional<ReplicaSet> current, List<ReplicaSet> old) {
    private static final Comparator<ReplicaSet> OLDEST_FIRST = Comparator.<ReplicaSet, String>comparing(
                    set -> set.getMetadata().getCreationTimestamp())
            .thenComparing(set -> set.getMetadata().getName());

    static Revisions of(Deployment deployment, List<ReplicaSet> owned) {
        List<ReplicaSet> sorted = owned.stream().sorted(OLDEST_FIRST).toList();
        Optional<ReplicaSet> current = sorted.stream()
                .filter(set -> PodTemplateHash.same(
                        set.getSpec().getTemplate(), deployment.getSpec().getTemplate()))
                .findFirst();
        return new Revisions(
                current,
                sorted.stream().filter(set -> !current.equals(Optional.of(set))).toList());
    }

    Revisions withCurrent(ReplicaSet created) {
        return new Revisions(Optional.of(created), old);
    }

    List<ReplicaSet> all() {
        List<ReplicaSet> all = new ArrayList<>(old);
        current.ifPresent(all::add);
        return all;
    }

    /** Those that want pods. */
    List<ReplicaSet> active() {
        return all().stream().filter(set -> replicas(set) > 0).toList();
    }

    int sum(ToIntFunction<ReplicaSet> count) {
        return all().stream().mapToInt(count).sum();
    }

    static int replicas(ReplicaSet set) {
        return orZero(set.getSpec().getReplicas());
    }

    static int existing(ReplicaSet set) {
        return set.getStatus() == null ? 0 : orZero(set.getStatus().getReplicas());
    }

    static int ready(ReplicaSet set) {
        return set.getStatus() == null ? 0 : orZero(set.getStatus().getReadyReplicas());
    }

    static int available(ReplicaSet set) {
        return set.getStatus() == null ? 0 : orZero(set.getStatus().getAvailableReplicas());
    }

    static int orZero(@org.jspecify.annotations.Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
