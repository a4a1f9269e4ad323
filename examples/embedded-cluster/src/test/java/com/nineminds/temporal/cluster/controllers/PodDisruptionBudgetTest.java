package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.node.SimulatedNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpecFluent;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PodDisruptionBudgetTest {
    private final SimulatedNode node = SimulatedNode.named("node-1");
    private EmbeddedCluster cluster;
    private KubernetesClient impatient;

    @BeforeEach
    void start() {
        cluster = EmbeddedCluster.start(EmbeddedClusterOptions.with(node));
        Config config = new ConfigBuilder(cluster.apiServer().clientConfig())
                .withRequestRetryBackoffLimit(0)
                .build();
        impatient = new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterEach
    void stop() {
        impatient.close();
        cluster.close();
    }

    @Test
    void aBudgetCountsHealthyPods() {
        web(3);
        budget(spec -> spec.withMinAvailable(new IntOrString(2)));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 3, desired 2, healthy 3, allowed 1"));
        assertThat(conditions()).containsExactly("DisruptionAllowed=True SufficientPods");
        node.unready(pods().get(0).getMetadata().getName());
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 3, desired 2, healthy 2, allowed 0"));
        assertThat(conditions()).containsExactly("DisruptionAllowed=False InsufficientPods");
    }

    @Test
    void percentagesAreOfWhatTheDeploymentAsksForAndRoundedUp() {
        web(3);
        budget(spec -> spec.withMaxUnavailable(new IntOrString("50%")));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 3, desired 1, healthy 3, allowed 2"));
        cluster.client()
                .policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace("default")
                .withName("web")
                .edit(budget -> new PodDisruptionBudgetBuilder(budget)
                        .editSpec()
                        .withMaxUnavailable(null)
                        .withMinAvailable(new IntOrString("50%"))
                        .endSpec()
                        .build());
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 3, desired 2, healthy 3, allowed 1"));
    }

    @Test
    void evictionsStopWhereTheBudgetEnds() {
        web(2);
        budget(spec -> spec.withMinAvailable(new IntOrString(2)));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 2, desired 2, healthy 2, allowed 0"));
        Pod pod = pods().get(0);
        assertThatThrownBy(() -> evict(pod)).isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
            assertThat(refused.getCode()).isEqualTo(429);
            assertThat(refused.getStatus().getMessage())
                    .isEqualTo("Cannot evict pod as it would violate the pod's disruption budget.");
            assertThat(refused.getStatus().getDetails().getCauses())
                    .extracting(StatusCause::getReason, StatusCause::getMessage)
                    .containsExactly(tuple(
                            "DisruptionBudget", "The disruption budget web needs 2 healthy pods and has 2 currently"));
        });
        cluster.client()
                .apps()
                .deployments()
                .inNamespace("default")
                .withName("web")
                .scale(3);
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 3, desired 2, healthy 3, allowed 1"));
        evict(pod);
        await().untilAsserted(() -> {
            assertThat(pods()).hasSize(3).doesNotContain(pod);
            assertThat(account()).isEqualTo("expected 3, desired 2, healthy 3, allowed 1");
        });
    }

    @Test
    void aPodThatIsNotReadyMayAlwaysGoIfTheBudgetSaysSo() {
        web(1);
        budget(spec -> spec.withMinAvailable(new IntOrString(1)).withUnhealthyPodEvictionPolicy("AlwaysAllow"));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 1, desired 1, healthy 1, allowed 0"));
        Pod pod = pods().get(0);
        node.unready(pod.getMetadata().getName());
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 1, desired 1, healthy 0, allowed 0"));
        evict(pod);
        await().untilAsserted(() -> assertThat(pods())
                .extracting(left -> left.getMetadata().getName())
                .doesNotContain(name(pod)));
    }

    @Test
    void aBudgetWithoutPodsAllowsNothing() {
        budget(spec -> spec.withMaxUnavailable(new IntOrString(1)));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 0, desired 0, healthy 0, allowed 0"));
        await().untilAsserted(() -> assertThat(cluster.client()
                        .v1()
                        .events()
                        .inNamespace("default")
                        .list()
                        .getItems())
                .anyMatch(event -> event.getReason().equals("NoPods")));
    }

    private void web(int replicas) {
        cluster.client().resource(Samples.web(replicas).build()).create();
        await().untilAsserted(() -> assertThat(cluster.client()
                        .apps()
                        .deployments()
                        .inNamespace("default")
                        .withName("web")
                        .get()
                        .getStatus()
                        .getReadyReplicas())
                .isEqualTo(replicas));
    }

    private void budget(Consumer<PodDisruptionBudgetSpecFluent<?>> margin) {
        var draft = new PodDisruptionBudgetBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector();
        margin.accept(draft);
        cluster.client().resource(draft.endSpec().build()).create();
    }

    /** With a client that takes the first refusal for an answer. */
    private void evict(Pod pod) {
        Eviction eviction = new EvictionBuilder()
                .withNewMetadata()
                .withName(name(pod))
                .withNamespace("default")
                .endMetadata()
                .build();
        impatient.raw("/api/v1/namespaces/default/pods/%s/eviction".formatted(name(pod)), "POST", eviction);
    }

    private static String name(Pod pod) {
        return pod.getMetadata().getName();
    }

    private List<Pod> pods() {
        return cluster.client().pods().inNamespace("default").list().getItems();
    }

    private PodDisruptionBudgetStatus status() {
        PodDisruptionBudgetStatus status = cluster.client()
                .policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace("default")
                .withName("web")
                .get()
                .getStatus();
        return status == null ? new PodDisruptionBudgetStatus() : status;
    }

    private String account() {
        PodDisruptionBudgetStatus status = status();
        return "expected %d, desired %d, healthy %d, allowed %d"
                .formatted(
                        status.getExpectedPods(),
                        status.getDesiredHealthy(),
                        status.getCurrentHealthy(),
                        status.getDisruptionsAllowed());
    }

    private List<String> conditions() {
        return status().getConditions().stream()
                .map(condition -> condition.getType() + "=" + condition.getStatus() + " " + condition.getReason())
                .toList();
    }
}
