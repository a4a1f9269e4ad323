package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.spec.WorkerPod;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;

/** The pod template of a revision, before the user's overrides. */
final class PodTemplates {
    private PodTemplates() {}

    static PodTemplateSpec of(WorkerRef worker, String hash, WorkerPod pod) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(Labels.ofRevision(worker, hash))
                .withAnnotations(pod.vault().map(VaultAnnotations::of).orElse(null))
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(pod.serviceAccountName())
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withImagePullSecrets(pullSecrets(pod))
                .withTerminationGracePeriodSeconds(pod.shutdown().grace().toSeconds())
                .withSecurityContext(PodSecurity.ofPod())
                .withAffinity(PodPlacement.affinity(worker))
                .withTopologySpreadConstraints(PodPlacement.spread(worker, hash))
                .withContainers(WorkerContainer.of(worker, hash, pod))
                .withVolumes(PodVolumes.of(worker, hash, pod))
                .endSpec()
                .build();
    }

    private static List<LocalObjectReference> pullSecrets(WorkerPod pod) {
        return pod.imagePullSecrets().stream().map(LocalObjectReference::new).toList();
    }
}
