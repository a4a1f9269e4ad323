package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpecFluent;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PodDisruptionBudgetTest {
    private ControllerFixture fixture;

    @BeforeEach
    void start() {
        fixture = ControllerFixture.open(EmbeddedClusterOptions.simulated());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aBudgetCountsHealthyPods() {
        web(3);
        budget(spec -> spec.withMinAvailable(new IntOrString(2)));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 3, desired 2, healthy 3, allowed 1"));
        assertThat(conditions()).containsExactly("DisruptionAllowed=True SufficientPods");
        fixture.makeUnready(fixture.pods().get(0));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 3, desired 2, healthy 2, allowed 0"));
        assertThat(conditions()).containsExactly("DisruptionAllowed=False InsufficientPods");
    }

    @Test
    void percentagesAreOfWhatTheDeploymentAsksForAndRoundedUp() {
        web(3);
        budget(spec -> spec.withMaxUnavailable(new IntOrString("50%")));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 3, desired 1, healthy 3, allowed 2"));
        budget().edit(budget -> new PodDisruptionBudgetBuilder(budget)
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
        Pod pod = fixture.pods().get(0);
        assertThatThrownBy(() -> evict(pod)).isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
            assertThat(refused.getCode()).isEqualTo(429);
            assertThat(refused.getStatus().getMessage())
                    .isEqualTo("Cannot evict pod as it would violate the pod's disruption budget.");
            assertThat(refused.getStatus().getDetails().getCauses())
                    .extracting(StatusCause::getReason, StatusCause::getMessage)
                    .containsExactly(tuple(
                            "DisruptionBudget", "The disruption budget web needs 2 healthy pods and has 2 currently"));
        });
        fixture.web().scale(3);
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 3, desired 2, healthy 3, allowed 1"));
        evict(pod);
        await().untilAsserted(() -> {
            assertThat(names()).hasSize(3).doesNotContain(name(pod));
            assertThat(account()).isEqualTo("expected 3, desired 2, healthy 3, allowed 1");
        });
    }

    @Test
    void aPodThatIsNotReadyMayAlwaysGoIfTheBudgetSaysSo() {
        web(1);
        budget(spec -> spec.withMinAvailable(new IntOrString(1)).withUnhealthyPodEvictionPolicy("AlwaysAllow"));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 1, desired 1, healthy 1, allowed 0"));
        Pod pod = fixture.pods().get(0);
        fixture.makeUnready(pod);
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 1, desired 1, healthy 0, allowed 0"));
        evict(pod);
        await().untilAsserted(() -> assertThat(names()).doesNotContain(name(pod)));
    }

    @Test
    void aBudgetWithoutPodsAllowsNothing() {
        budget(spec -> spec.withMaxUnavailable(new IntOrString(1)));
        await().untilAsserted(() -> assertThat(account()).isEqualTo("expected 0, desired 0, healthy 0, allowed 0"));
        await().untilAsserted(() ->
                assertThat(fixture.events("PodDisruptionBudget")).contains("NoPods: No matching pods found"));
    }

    private void web(int replicas) {
        fixture.create(Samples.web(replicas));
        fixture.awaitReady(replicas);
    }

    private void budget(Consumer<PodDisruptionBudgetSpecFluent<?>> margin) {
        var draft = new PodDisruptionBudgetBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector();
        margin.accept(draft);
        fixture.create(draft.endSpec());
    }

    private void evict(Pod pod) {
        Eviction eviction = new EvictionBuilder()
                .withNewMetadata()
                .withName(name(pod))
                .endMetadata()
                .build();
        String namespace = pod.getMetadata().getNamespace();
        fixture.client()
                .raw("/api/v1/namespaces/%s/pods/%s/eviction".formatted(namespace, name(pod)), "POST", eviction);
    }

    private static String name(Pod pod) {
        return pod.getMetadata().getName();
    }

    private List<String> names() {
        return fixture.pods().stream().map(PodDisruptionBudgetTest::name).toList();
    }

    private Resource<PodDisruptionBudget> budget() {
        return fixture.client().policy().v1().podDisruptionBudget().withName("web");
    }

    private PodDisruptionBudgetStatus status() {
        PodDisruptionBudgetStatus status = budget().get().getStatus();
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
