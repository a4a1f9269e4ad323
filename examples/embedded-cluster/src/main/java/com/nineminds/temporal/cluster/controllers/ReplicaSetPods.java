package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.Owners;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;

/** Creates and deletes the pods of ReplicaSets. */
final class ReplicaSetPods {
    private static final int NOT_FOUND = 404;

    private final KubernetesClient client;
    private final EventRecorder events;

    ReplicaSetPods(KubernetesClient client, EventRecorder events) {
        this.client = client;
        this.events = events;
    }

    List<Pod> active(ReplicaSet set) {
        return client
                .pods()
                .inNamespace(set.getMetadata().getNamespace())
                .withLabelSelector(set.getSpec().getSelector())
                .list()
                .getItems()
                .stream()
                .filter(Pods::active)
                .filter(pod -> Owners.controls(set, pod))
                .toList();
    }

    /** Creates pods until one is refused: what refuses one refuses the next. */
    Optional<PodFailure> create(ReplicaSet set, int count) {
        for (int i = 0; i < count; i++) {
            try {
                Pod created = client.resource(draft(set)).create();
                events.normal(
                        set,
                        "SuccessfulCreate",
                        "Created pod: " + created.getMetadata().getName());
            } catch (KubernetesClientException refused) {
                String message = Refusals.message(refused);
                events.warning(set, "FailedCreate", "Error creating: " + message);
                return Optional.of(new PodFailure("FailedCreate", message));
            }
        }
        return Optional.empty();
    }

    Optional<PodFailure> delete(ReplicaSet set, List<Pod> victims) {
        Optional<PodFailure> failure = Optional.empty();
        for (Pod victim : victims) {
            try {
                client.resource(victim).delete();
                events.normal(
                        set,
                        "SuccessfulDelete",
                        "Deleted pod: " + victim.getMetadata().getName());
            } catch (KubernetesClientException refused) {
                if (refused.getCode() != NOT_FOUND) {
                    events.warning(set, "FailedDelete", "Error deleting: " + Refusals.message(refused));
                    failure = Optional.of(new PodFailure("FailedDelete", Refusals.message(refused)));
                }
            }
        }
        return failure;
    }

    private static Pod draft(ReplicaSet set) {
        var template = set.getSpec().getTemplate();
        return new PodBuilder()
                .withNewMetadata()
                .withGenerateName(set.getMetadata().getName() + "-")
                .withNamespace(set.getMetadata().getNamespace())
                .withLabels(template.getMetadata().getLabels())
                .withAnnotations(template.getMetadata().getAnnotations())
                .withFinalizers(template.getMetadata().getFinalizers())
                .withOwnerReferences(Owners.controllerReference(set))
                .endMetadata()
                .withSpec(template.getSpec())
                .build();
    }
}
