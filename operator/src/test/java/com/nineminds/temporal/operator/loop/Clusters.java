package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.awaitility.Awaitility;

/** Chooses the cluster that tests run on: the one of TEST_KUBECONFIG, never an ambient KUBECONFIG. */
final class Clusters {
    private static final Path CRD = Path.of("..", "crds", "temporalworkers.temporal.nineminds.com-v1.yaml");
    private static volatile Cluster shared;

    private Clusters() {}

    /** One for all tests of this JVM; every story has a namespace of its own. */
    static synchronized Cluster shared() {
        if (shared == null) {
            shared = open();
        }
        return shared;
    }

    private static Cluster open() {
        String kubeconfig = System.getenv("TEST_KUBECONFIG");
        return kubeconfig == null || kubeconfig.isBlank()
                ? new Embedded()
                : new Real(Config.fromKubeconfig(Path.of(kubeconfig).toFile()));
    }

    static void installCrd(KubernetesClient client) {
        try {
            client.load(Files.newInputStream(CRD)).serverSideApply();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .until(() -> client
                        .apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .withName("temporalworkers.temporal.nineminds.com")
                        .get()
                        .getStatus()
                        .getConditions()
                        .stream()
                        .anyMatch(condition -> condition.getType().equals("Established")
                                && condition.getStatus().equals("True")));
    }

    /** Started in this JVM, with a node that runs no processes. */
    private static final class Embedded implements Cluster {
        private final EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated());

        Embedded() {
            installCrd(cluster.client());
        }

        @Override
        public Config config() {
            return cluster.apiServer().clientConfig();
        }

        @Override
        public KubernetesClient client() {
            return cluster.client();
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public void close() {
            cluster.close();
        }
    }

    /** A real API server with its controllers; pods run on simulated nodes or on a kubelet. */
    private static final class Real implements Cluster {
        private final Config config;
        private final KubernetesClient client;

        Real(Config config) {
            this.config = config;
            this.client = new KubernetesClientBuilder().withConfig(config).build();
            installCrd(client);
        }

        @Override
        public Config config() {
            return config;
        }

        @Override
        public KubernetesClient client() {
            return client;
        }

        @Override
        public Set<Capability> capabilities() {
            boolean simulated = client.nodes().list().getItems().stream()
                    .anyMatch(node -> node.getMetadata().getName().startsWith("kwok"));
            return simulated ? EnumSet.of(Capability.SIMULATED_PODS) : EnumSet.noneOf(Capability.class);
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
