package com.nineminds.temporal.operator.resources;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;

/** The identity of the pods: no rules bound to it, no token mounted. A Vault role is bound to it by name. */
public final class ServiceAccountResource {
    private ServiceAccountResource() {}

    public static ServiceAccount desired(WorkerRef worker, String serviceAccountName) {
        return new ServiceAccountBuilder()
                .withMetadata(Metadata.of(worker, serviceAccountName, Labels.ofWorker(worker)))
                .withAutomountServiceAccountToken(false)
                .build();
    }
}
