package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import io.fabric8.kubernetes.api.builder.Builder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * A namespace in which controllers are tested: of the embedded cluster or, to prove that both do the same, of the
 * cluster of {@code TEST_KUBECONFIG}, whose nodes are simulated. An ambient {@code KUBECONFIG} is never used.
 */
final class ControllerFixture implements AutoCloseable {
    private static final Duration EMBEDDED_PATIENCE = Duration.ofSeconds(30);
    /** Real controllers look every 15 s and back off when they are refused. */
    private static final Duration REAL_PATIENCE = Duration.ofSeconds(90);

    private final Optional<EmbeddedCluster> embedded;
    private final KubernetesClient client;
    private final String namespace = "test-" + UUID.randomUUID().toString().substring(0, 8);

    private ControllerFixture(Optional<EmbeddedCluster> embedded, Config config) {
        this.embedded = embedded;
        this.client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config)
                        .withNamespace(namespace)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        Awaitility.setDefaultTimeout(embedded.isPresent() ? EMBEDDED_PATIENCE : REAL_PATIENCE);
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        if (embedded.isEmpty()) {
            await().until(() -> client.serviceAccounts().withName("default").get() != null);
        }
    }

    /** @param options of the embedded cluster, if that is where the test runs */
    static ControllerFixture open(EmbeddedClusterOptions options) {
        String kubeconfig = System.getenv("TEST_KUBECONFIG");
        if (kubeconfig != null && !kubeconfig.isBlank()) {
            Config config = Config.fromKubeconfig(Path.of(kubeconfig).toFile());
            return new ControllerFixture(Optional.empty(), config);
        }
        EmbeddedCluster cluster = EmbeddedCluster.start(options);
        return new ControllerFixture(Optional.of(cluster), cluster.apiServer().clientConfig());
    }

    /** Skips the test on a real cluster: it scripts what cannot be scripted there. */
    EmbeddedCluster embedded() {
        assumeTrue(embedded.isPresent(), "skipped on a real cluster: needs scripted metrics, nodes or time");
        return embedded.orElseThrow();
    }

    /** Works in the namespace of the test, and takes the first refusal for an answer. */
    KubernetesClient client() {
        return client;
    }

    void create(Builder<? extends HasMetadata> draft) {
        HasMetadata object = draft.build();
        object.getMetadata().setNamespace(namespace);
        client.resource(object).create();
    }

    RollableScalableResource<Deployment> web() {
        return client.apps().deployments().withName("web");
    }

    DeploymentStatus webStatus() {
        return Optional.ofNullable(web().get().getStatus()).orElseGet(DeploymentStatus::new);
    }

    void awaitReady(int replicas) {
        await().untilAsserted(() -> {
            assertThat(web().get().getSpec().getReplicas()).isEqualTo(replicas);
            assertThat(webStatus().getReadyReplicas()).isEqualTo(replicas);
        });
    }

    List<Pod> pods() {
        return client.pods().list().getItems();
    }

    /** As if its readiness probe failed from now on. */
    void makeUnready(Pod pod) {
        client.pods()
                .withName(pod.getMetadata().getName())
                .editStatus(now -> new PodBuilder(now)
                        .editStatus()
                        .editMatchingCondition(condition -> condition.getType().equals("Ready"))
                        .withStatus("False")
                        .endCondition()
                        .endStatus()
                        .build());
    }

    /** {@code Reason: message} of the events about objects of a kind. */
    List<String> events(String kind) {
        return client.v1().events().list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getKind().equals(kind))
                .map(event -> event.getReason() + ": " + event.getMessage())
                .toList();
    }

    @Override
    public void close() {
        if (embedded.isEmpty()) {
            client.namespaces().withName(namespace).delete();
        }
        client.close();
        embedded.ifPresent(EmbeddedCluster::close);
    }
}
