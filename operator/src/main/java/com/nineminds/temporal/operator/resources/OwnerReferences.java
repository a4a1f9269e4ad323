package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;

/** The controller reference that makes a child ours and has it garbage-collected with its worker. */
public final class OwnerReferences {
    private OwnerReferences() {}

    public static OwnerReference controller(WorkerRef worker) {
        return new OwnerReferenceBuilder()
                .withApiVersion(TemporalWorker.GROUP + "/" + TemporalWorker.VERSION)
                .withKind(TemporalWorker.class.getSimpleName())
                .withName(worker.name())
                .withUid(worker.uid())
                .withController(true)
                .withBlockOwnerDeletion(true)
                .build();
    }
}
