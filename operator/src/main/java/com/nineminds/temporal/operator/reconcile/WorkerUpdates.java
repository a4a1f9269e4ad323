package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.observe.VerbAnnotations;
import java.util.Objects;

/** Which updates of a worker matter: its spec, its deletion, its verbs, and a status that someone wiped. Our own status writes do not. */
public final class WorkerUpdates {
    private WorkerUpdates() {}

    public static boolean matter(TemporalWorker now, TemporalWorker before) {
        return !Objects.equals(
                        now.getMetadata().getGeneration(), before.getMetadata().getGeneration())
                || now.getMetadata().getDeletionTimestamp() != null
                || now.getStatus() == null
                || !VerbAnnotations.read(now.getMetadata().getAnnotations())
                        .equals(VerbAnnotations.read(before.getMetadata().getAnnotations()));
    }
}
