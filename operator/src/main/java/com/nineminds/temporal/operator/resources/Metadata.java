package com.nineminds.temporal.operator.resources;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** Metadata of a child. */
final class Metadata {
    private Metadata() {}

    static ObjectMeta shared(WorkerRef worker) {
        return of(worker, Names.ofWorker(worker), Labels.ofWorker(worker));
    }

    static ObjectMeta ofRevision(WorkerRef worker, String hash) {
        return of(worker, Names.ofRevision(worker, hash), Labels.ofRevision(worker, hash));
    }

    static ObjectMeta of(WorkerRef worker, String name, Map<String, String> labels) {
        return new ObjectMetaBuilder()
                .withNamespace(worker.namespace())
                .withName(name)
                .withLabels(labels)
                .withOwnerReferences(OwnerReferences.controller(worker))
                .build();
    }
}
