package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.autoscaling.Target;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ScalableResource;
import java.util.List;

/** What autoscalers scale, by way of the scale subresource. */
final class ScaleTargets {
    private final KubernetesClient client;

    ScaleTargets(KubernetesClient client) {
        this.client = client;
    }

    /**
     * The scale of an autoscaler's target.
     *
     * @throws UnscalableException when there is no such target
     */
    Scale scale(HorizontalPodAutoscaler autoscaler) throws UnscalableException {
        try {
            return resource(autoscaler).scale();
        } catch (KubernetesClientException refused) {
            throw new UnscalableException(Refusals.message(refused));
        }
    }

    /** Writes the number of replicas; a scale that is older than its target is refused as a conflict. */
    void write(HorizontalPodAutoscaler autoscaler, Scale scale, int replicas) throws UnscalableException {
        scale.getSpec().setReplicas(replicas);
        try {
            resource(autoscaler).scale(scale);
        } catch (KubernetesClientException refused) {
            throw new UnscalableException(Refusals.message(refused));
        }
    }

    Target target(Scale scale) {
        String namespace = scale.getMetadata().getNamespace();
        String selector = scale.getStatus().getSelector();
        List<Pod> pods = selector == null
                ? List.of()
                : client.pods()
                        .inNamespace(namespace)
                        .withLabelSelector(selector)
                        .list()
                        .getItems();
        int replicas = Revisions.orZero(scale.getSpec().getReplicas());
        return new Target(namespace, scale.getMetadata().getName(), replicas, pods);
    }

    private ScalableResource<?> resource(HorizontalPodAutoscaler autoscaler) throws UnscalableException {
        String namespace = autoscaler.getMetadata().getNamespace();
        CrossVersionObjectReference reference = autoscaler.getSpec().getScaleTargetRef();
        String kind = reference.getApiVersion() + " " + reference.getKind();
        return switch (kind) {
            case "apps/v1 Deployment" ->
                client.apps().deployments().inNamespace(namespace).withName(reference.getName());
            case "apps/v1 ReplicaSet" ->
                client.apps().replicaSets().inNamespace(namespace).withName(reference.getName());
            default -> throw new UnscalableException("this cluster scales Deployments and ReplicaSets of apps/v1 only");
        };
    }

    /** The target cannot be scaled; the message says why. */
    static final class UnscalableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnscalableException(String message) {
            super(message);
        }

        String message() {
            return String.valueOf(getMessage());
        }
    }
}
