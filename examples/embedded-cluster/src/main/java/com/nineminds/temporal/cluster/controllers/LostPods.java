package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.KubeTime;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.List;

/** Writes about pods for a node that cannot do it itself. */
final class LostPods {
    private final KubernetesClient client;
    private final EventRecorder events;
    private final EventRecorder evictions;
    private final Clock clock;

    LostPods(KubernetesClient client, EventRecorder events, EventRecorder evictions, Clock clock) {
        this.client = client;
        this.events = events;
        this.evictions = evictions;
        this.clock = clock;
    }

    List<Pod> on(Node node) {
        return client
                .pods()
                .inAnyNamespace()
                .withField("spec.nodeName", node.getMetadata().getName())
                .list()
                .getItems()
                .stream()
                .filter(pod -> !Pods.finished(pod))
                .toList();
    }

    /** The containers may run on: only the condition {@code Ready} changes. */
    void markNotReady(Pod pod) {
        if (!Pods.ready(pod)) {
            return;
        }
        PodCondition notReady = new PodConditionBuilder()
                .withType("Ready")
                .withStatus("False")
                .withLastTransitionTime(KubeTime.format(clock.instant()))
                .build();
        write(pod, notReady);
        events.warning(pod, "NodeNotReady", "Node is not ready");
    }

    void evict(Pod pod) {
        String name = pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
        evictions.normal(pod, "TaintManagerEviction", "Marking for deletion Pod " + name);
        PodCondition target = new PodConditionBuilder()
                .withType("DisruptionTarget")
                .withStatus("True")
                .withReason("DeletionByTaintManager")
                .withMessage("Taint manager: deleting due to NoExecute taint")
                .withLastTransitionTime(KubeTime.format(clock.instant()))
                .build();
        write(pod, target);
        client.resource(pod).delete();
    }

    private void write(Pod pod, PodCondition condition) {
        client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .editStatus(now -> new PodBuilder(now)
                        .editStatus()
                        .removeMatchingFromConditions(other -> other.getType().equals(condition.getType()))
                        .addToConditions(condition)
                        .endStatus()
                        .build());
    }
}
