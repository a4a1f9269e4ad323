package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.operator.loop.wire.Wire;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
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
        return kubeconfig == null || kubeconfig.isBlank() ? new Embedded() : new Real(Path.of(kubeconfig));
    }

    /**
     * What goes through a wire is told as it is: nothing is tried twice. The watches of all stories at once are more streams than an
     * API server allows on one HTTP/2 connection, so each has a connection.
     */
    private static KubernetesClient upstream(Config config) {
        Config once = new ConfigBuilder(config)
                .withRequestRetryBackoffLimit(0)
                .withHttp2Disable(true)
                .build();
        return new KubernetesClientBuilder().withConfig(once).build();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void installCrd(KubernetesClient client) {
        try {
            client.load(Files.newInputStream(CRD)).forceConflicts().serverSideApply();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().until(() -> established(client));
    }

    private static boolean established(KubernetesClient client) {
        CustomResourceDefinition crd = client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("temporalworkers.temporal.nineminds.com")
                .get();
        return crd.getStatus() != null
                && crd.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Established")
                                && condition.getStatus().equals("True"));
    }

    /** Started in this JVM, with a node that runs no processes. */
    private static final class Embedded implements Cluster {
        private final EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated());
        private final KubernetesClient upstream = upstream(cluster.apiServer().clientConfig());

        Embedded() {
            installCrd(cluster.client());
        }

        @Override
        public Wire wire() {
            return new Wire(upstream);
        }

        @Override
        public String kubeconfig() {
            return cluster.kubeconfig();
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
            upstream.close();
            cluster.close();
        }
    }

    /** A real API server with its controllers; pods run on simulated nodes or on a kubelet. */
    private static final class Real implements Cluster {
        private final String kubeconfig;
        private final KubernetesClient client;
        private final KubernetesClient upstream;

        Real(Path kubeconfig) {
            this.kubeconfig = read(kubeconfig);
            Config config = Config.fromKubeconfig(kubeconfig.toFile());
            this.client = new KubernetesClientBuilder().withConfig(config).build();
            this.upstream = upstream(config);
            installCrd(client);
        }

        @Override
        public Wire wire() {
            return new Wire(upstream);
        }

        @Override
        public String kubeconfig() {
            return kubeconfig;
        }

        @Override
        public KubernetesClient client() {
            return client;
        }

        @Override
        public Set<Capability> capabilities() {
            boolean simulated = client.nodes().list().getItems().stream()
                    .anyMatch(node -> node.getMetadata().getName().startsWith("kwok"));
            return simulated ? EnumSet.allOf(Capability.class) : EnumSet.of(Capability.AUTOSCALING);
        }

        @Override
        public void close() {
            upstream.close();
            client.close();
        }
    }
}
