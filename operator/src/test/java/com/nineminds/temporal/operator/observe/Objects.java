package com.nineminds.temporal.operator.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.spec.Specs;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Map;

/** Objects as an API server hands them out, from YAML. */
public final class Objects {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Objects() {}

    /** The worker {@code shop/orders}. */
    public static TemporalWorker worker(String spec) {
        TemporalWorker worker = new TemporalWorker();
        worker.setMetadata(new ObjectMetaBuilder()
                .withNamespace("shop")
                .withName("orders")
                .withUid("uid")
                .withGeneration(1L)
                .build());
        worker.setSpec(Specs.spec(spec));
        return worker;
    }

    static Pod pod(String status) {
        Pod pod = new Pod();
        pod.setMetadata(new ObjectMetaBuilder()
                .withName("orders-green-1")
                .withCreationTimestamp("2026-01-01T12:00:00Z")
                .build());
        pod.setStatus(read(status, PodStatus.class));
        return pod;
    }

    static Deployment deployment(String spec, String status) {
        Deployment deployment = new Deployment();
        deployment.setMetadata(new ObjectMetaBuilder()
                .withName("orders-green")
                .withGeneration(4L)
                .withLabels(Map.of("temporal.nineminds.com/revision", "green"))
                .build());
        deployment.setSpec(read(spec, DeploymentSpec.class));
        deployment.setStatus(read(status, DeploymentStatus.class));
        return deployment;
    }

    private static <T> T read(String yaml, Class<T> type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
