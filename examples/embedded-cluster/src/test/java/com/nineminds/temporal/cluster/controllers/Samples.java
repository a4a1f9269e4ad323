package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;

/** Objects that the tests of this package start from. */
final class Samples {
    static final String IMAGE = "registry.example.com/web:1";

    private Samples() {}

    static DeploymentBuilder web(int replicas) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withProgressDeadlineSeconds(600)
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage(IMAGE)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec();
    }

    static DeploymentBuilder withImage(DeploymentBuilder deployment, String image) {
        return deployment
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec();
    }
}
