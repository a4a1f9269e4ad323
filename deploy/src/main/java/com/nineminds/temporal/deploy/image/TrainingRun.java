package com.nineminds.temporal.deploy.image;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs the operator of an image once, through the first rollout of a worker on an embedded cluster, and has its JVM write down what it
 * loaded: a file for {@code -XX:AOTCache} (JEP 514) that fits this image and no other.
 */
public final class StartTraining {
    private static final String DEFINITION = "/META-INF/fabric8/temporalworkers.temporal.nineminds.com-v1.yaml";
    private static final int ROLLOUT_SECONDS = 180;
    private static final int WRITING_SECONDS = 180;

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

    private final UnpackedImage image;
    private final Path folder;

    private StartTraining(UnpackedImage image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /**
     * @param args the image's tar, made without a cache; the file to write; an empty folder for everything else
     * @throws IOException if the image does not start, or the cache is not written; the operator's log in the folder may tell why
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[2]).toAbsolutePath();
        Path cache = Path.of(args[1]).toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(cache.getParent()));
        new StartTraining(UnpackedImage.unpack(Path.of(args[0]), folder), folder).train(cache);
    }

    private void train(Path cache) throws IOException, InterruptedException {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated())) {
            install(cluster.client());
            Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), cluster.kubeconfig());
            int port = freePort();
            Process operator = start(kubeconfig, port, cache);
            try {
                rollOut(cluster.client());
                URI.create("http://127.0.0.1:" + port + "/metrics")
                        .toURL()
                        .openStream()
                        .close();
                operator.destroy();
                if (!operator.waitFor(WRITING_SECONDS, TimeUnit.SECONDS) || !Files.exists(cache)) {
                    throw new IOException("no cache was written; see " + log());
                }
            } finally {
                operator.destroyForcibly();
            }
        }
    }

    private static void install(KubernetesClient client) throws IOException {
        try (InputStream definition = StartTraining.class.getResourceAsStream(DEFINITION)) {
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
                        ROLLOUT_SECONDS,
                        TimeUnit.SECONDS);
    }

    private Process start(Path kubeconfig, int port, Path cache) throws IOException {
        ProcessBuilder operator = new ProcessBuilder(image.command(List.of("-XX:AOTCacheOutput=" + cache)))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        operator.environment().clear();
        operator.environment().put("KUBECONFIG", kubeconfig.toString());
        operator.environment().put("MANAGEMENT_PORT", String.valueOf(port));
        operator.environment().put("POD_NAMESPACE", "default"); // elects a leader, as in a cluster
        return operator.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path log() {
        return folder.resolve("operator.log");
    }

    private static void rollOut(KubernetesClient client) {
        client.resource(Serialization.unmarshal(WORKER, TemporalWorker.class)).serverSideApply();
        client.resources(TemporalWorker.class)
                .inNamespace("default")
                .withName("training")
                .waitUntilCondition(
                        worker -> worker != null
                                && worker.getStatus() != null
                                && worker.getStatus().phase() == Phase.Healthy,
                        ROLLOUT_SECONDS,
                        TimeUnit.SECONDS);
    }
}
