package com.nineminds.temporal.rehearsal.stage;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.node.ProcessNode;
import com.nineminds.temporal.cluster.node.ProcessNodeOptions;
import com.nineminds.temporal.cluster.node.image.ImageCommands;
import com.nineminds.temporal.cluster.vault.VaultAgent;
import com.nineminds.temporal.cluster.vault.VaultInjector;
import com.nineminds.temporal.cluster.vault.VaultSecrets;
import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.operator.OperatorProcess;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.config.TemporalConfig;
import com.nineminds.temporal.operator.temporal.TemporalPollers;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/** A Temporal server, a cluster whose pods are processes here, and the operator, all in this JVM. Ends what it started. */
public final class Stage implements AutoCloseable {
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final EmbeddedTemporal temporal;
    private final EmbeddedCluster cluster;

    private Stage(EmbeddedTemporal temporal, EmbeddedCluster cluster) {
        this.temporal = temporal;
        this.cluster = cluster;
        running.push(temporal);
        running.push(cluster);
    }

    /**
     * @param images what the node can run, given the address of the Temporal server
     * @param secrets what Vault holds
     */
    public static Stage open(Function<String, ImageCommands> images, MadeUpSecrets secrets) {
        EmbeddedTemporal temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
        ImageCommands known = images.apply(temporal.address())
                .with(VaultInjector.IMAGES, VaultAgent.of(VaultSecrets.of(secrets.vault())));
        ProcessNode node =
                new ProcessNode(ProcessNodeOptions.of("this-machine", known).withBackOff(BACK_OFF, LONGEST_BACK_OFF));
        Stage stage = new Stage(
                temporal,
                EmbeddedCluster.start(EmbeddedClusterOptions.with(node).withAdmissions(new VaultInjector())));
        // Ctrl-C must not leave the pods' processes behind.
        Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "close the stage"));
        stage.startOperator();
        return stage;
    }

    private void startOperator() {
        client().load(new ByteArrayInputStream(Files.crd().getBytes(StandardCharsets.UTF_8)))
                .serverSideApply();
        TemporalPollers pollers = new TemporalPollers(new TemporalConfig(Duration.ofSeconds(2), Optional.empty()));
        running.push(pollers);
        running.push(OperatorProcess.start(
                OperatorConfig.defaults().withStability(Duration.ofSeconds(1)),
                cluster.apiServer().clientConfig(),
                new NearestTemporal(pollers, temporal.address()),
                Clock.systemUTC()));
    }

    /** Makes what the worker expects of its cluster: its namespace and the Secrets that it refers to. */
    public void prepare(TemporalWorker worker, MadeUpSecrets secrets) {
        String namespace = worker.getMetadata().getNamespace();
        if (client().namespaces().withName(namespace).get() == null) {
            client().resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build())
                    .create();
        }
        secrets.kubernetes(namespace)
                .forEach(secret -> client().resource(secret).serverSideApply());
    }

    public KubernetesClient client() {
        return cluster.client();
    }

    public String kubeconfig() {
        return cluster.kubeconfig();
    }

    public String temporalAddress() {
        return temporal.address();
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.getLogger("rehearsal").log(System.Logger.Level.WARNING, "did not end cleanly", e);
            }
        }
    }
}
