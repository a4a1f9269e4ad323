package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Comparator;
import java.util.List;

/** The numbering of a Deployment's ReplicaSets and which of them are too old to keep. */
final class RevisionHistory {
    private RevisionHistory() {}

    /** The number that the current ReplicaSet should have: one more than the largest of the others. */
    static int next(Revisions revisions) {
        return 1
                + revisions.old().stream()
                        .mapToInt(RevisionHistory::number)
                        .max()
                        .orElse(0);
    }

    /** Old ReplicaSets without pods beyond the limit, the lowest revisions first. */
    static List<ReplicaSet> expired(Revisions revisions, int limit) {
        List<ReplicaSet> alive =
                revisions.old().stream().filter(set -> !Pods.deleting(set)).toList();
        return alive.stream()
                .sorted(Comparator.comparingInt(RevisionHistory::number))
                .limit(Math.max(0, alive.size() - limit))
                .filter(set -> Revisions.replicas(set) == 0 && Revisions.existing(set) == 0)
                .toList();
    }

    private static int number(ReplicaSet set) {
        return Math.max(0, Annotations.number(set, Annotations.REVISION));
    }
}
