package com.nineminds.temporal.operator.resources;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;

/** A headless Service over the pods of every revision: nobody calls a worker, metrics and health are read from each pod. */
public final class ServiceResource {
    private ServiceResource() {}

    public static Service desired(WorkerRef worker, int healthPort) {
        return new ServiceBuilder()
                .withMetadata(Metadata.shared(worker))
                .withNewSpec()
                .withClusterIP("None")
                .withSelector(Labels.selectingWorker(worker))
                .addNewPort()
                .withName(WorkerContainer.HEALTH_PORT)
                .withProtocol("TCP")
                .withPort(healthPort)
                .withTargetPort(new IntOrString(WorkerContainer.HEALTH_PORT))
                .endPort()
                .endSpec()
                .build();
    }
}
