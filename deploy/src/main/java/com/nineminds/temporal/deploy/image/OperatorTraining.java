package com.nineminds.temporal.deploy.image;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The first rollout of a worker on an embedded cluster. */
record OperatorTraining(EmbeddedCluster cluster, Path kubeconfig) implements Training {
    private static final String DEFINITION = "/META-INF/fabric8/temporalworkers.temporal.nineminds.com-v1.yaml";
    private static final int SECONDS = 180;

    /** Its gate asks a server that is not there, and does not mind: the code that asks is loaded nonetheless. */
    private static final String WORKER = """
            apiVersion: temporal.nineminds.com/v1alpha1
            kind: TemporalWorker
            metadata: {name: training, namespace: default}
            spec:
              image: registry.example/training:one
              temporal: {address: "127.0.0.1:1", taskQueues: [training]}
              scaling: {replicas: 2}
              rollout:
                steps: [{share: 50, hold: 1s}]
                bake: 1s
                gates: [{name: pollers, type: Pollers, interval: 1s, dryRun: true}]
            """;

    static OperatorTraining start(Path folder) throws IOException {
        EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated());
        try {
            install(cluster.client());
            return new OperatorTraining(cluster, Files.writeString(folder.resolve("kubeconfig"), cluster.kubeconfig()));
        } catch (IOException | RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    private static void install(KubernetesClient client) throws IOException {
        try (InputStream definition = OperatorTraining.class.getResourceAsStream(DEFINITION)) {
            client.load(definition).serverSideApply();
        }
        client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("temporalworkers.temporal.nineminds.com")
                .waitUntilCondition(
                        crd -> crd.getStatus() != null
                                && crd.getStatus().getConditions().stream()
                                        .anyMatch(
                                                condition -> condition.getType().equals("Established")),
                        SECONDS,
                        TimeUnit.SECONDS);
    }

    /** It elects a leader, as in a cluster. */
    @Override
    public Map<String, String> environment() {
        return Map.of("KUBECONFIG", kubeconfig.toString(), "POD_NAMESPACE", "default");
    }

    @Override
    public String portVariable() {
        return "MANAGEMENT_PORT";
    }

    @Override
    public void exercise() {
        cluster.client()
                .resource(Serialization.unmarshal(WORKER, TemporalWorker.class))
                .serverSideApply();
        cluster.client()
                .resources(TemporalWorker.class)
                .inNamespace("default")
                .withName("training")
                .waitUntilCondition(
                        worker -> worker != null
                                && worker.getStatus() != null
                                && worker.getStatus().phase() == Phase.Healthy,
                        SECONDS,
                        TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
