package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.Owners;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.util.Map;

/** The ReplicaSet to create for a Deployment's pod template. */
final class ReplicaSetDraft {
    private ReplicaSetDraft() {}

    /** @param revision for the annotation {@code deployment.kubernetes.io/revision} */
    static ReplicaSet of(Deployment deployment, Revisions revisions, int revision) {
        var template = deployment.getSpec().getTemplate();
        int collisions = deployment.getStatus() == null
                ? 0
                : Revisions.orZero(deployment.getStatus().getCollisionCount());
        String hash = PodTemplateHash.of(template, collisions);
        return new ReplicaSetBuilder()
                .withNewMetadata()
                .withName(deployment.getMetadata().getName() + "-" + hash)
                .withNamespace(deployment.getMetadata().getNamespace())
                .withLabels(template.getMetadata().getLabels())
                .addToLabels(PodTemplateHash.LABEL, hash)
                .withAnnotations(Annotations.forReplicaSet(deployment))
                .addToAnnotations(Annotations.REVISION, String.valueOf(revision))
                .withOwnerReferences(Owners.controllerReference(deployment))
                .endMetadata()
                .withNewSpec()
                .withReplicas(RollingUpdate.currentSize(deployment, revisions))
                .withMinReadySeconds(deployment.getSpec().getMinReadySeconds())
                .withSelector(deployment.getSpec().getSelector())
                .editSelector()
                .addToMatchLabels(Map.of(PodTemplateHash.LABEL, hash))
                .endSelector()
                .withTemplate(template)
                .editTemplate()
                .editMetadata()
                .addToLabels(PodTemplateHash.LABEL, hash)
                .endMetadata()
                .endTemplate()
                .endSpec()
                .build();
    }
}
