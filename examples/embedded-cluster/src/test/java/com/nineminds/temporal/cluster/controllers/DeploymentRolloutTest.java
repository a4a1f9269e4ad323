package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.api.RequestCounts;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentRolloutTest {
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
    void aDeploymentBecomesAvailable() {
        fixture.create(Samples.web(3));
        await().untilAsserted(() -> {
            DeploymentStatus status = status();
            assertThat(status.getAvailableReplicas()).isEqualTo(3);
            assertThat(status.getUnavailableReplicas()).isNull();
            assertThat(status.getObservedGeneration()).isEqualTo(1);
            assertThat(conditions())
                    .containsExactlyInAnyOrder(
                            "Available=True MinimumReplicasAvailable", "Progressing=True NewReplicaSetAvailable");
        });
        assertThat(web().get().getMetadata().getAnnotations()).containsEntry(Annotations.REVISION, "1");
    }

    @Test
    void aNewTemplateRollsWithoutLosingAvailability() {
        fixture.create(Samples.web(4));
        awaitAvailable(4);
        AvailabilityWatch watch = AvailabilityWatch.start(fixture.client(), "web");
        setImage("registry.example.com/web:2");
        await().untilAsserted(() -> {
            DeploymentStatus status = status();
            assertThat(status.getObservedGeneration()).isEqualTo(2);
            assertThat(status.getUpdatedReplicas()).isEqualTo(4);
            assertThat(status.getReplicas()).isEqualTo(4);
            assertThat(status.getAvailableReplicas()).isEqualTo(4);
        });
        assertThat(watch.lowest()).isGreaterThanOrEqualTo(3);
        assertThat(replicaSets())
                .extracting(set -> set.getMetadata().getAnnotations().get(Annotations.REVISION) + ": "
                        + set.getSpec().getReplicas())
                .containsExactlyInAnyOrder("1: 0", "2: 4");
        assertThat(fixture.events("Deployment"))
                .anyMatch(event -> event.matches("ScalingReplicaSet: Scaled down replica set web-\\w+ from \\d to 0"));
    }

    @Test
    void goingBackToAnOldTemplateUsesItsReplicaSetAgain() {
        fixture.create(Samples.web(1));
        awaitAvailable(1);
        setImage("registry.example.com/web:2");
        await().untilAsserted(() -> assertThat(replicaSets()).hasSize(2));
        setImage(Samples.IMAGE);
        await().untilAsserted(() ->
                assertThat(web().get().getMetadata().getAnnotations()).containsEntry(Annotations.REVISION, "3"));
        assertThat(replicaSets()).hasSize(2);
    }

    @Test
    void recreateStopsAllOldPodsBeforeTheFirstNewOneStarts() {
        fixture.create(Samples.web(2)
                .editSpec()
                .withNewStrategy()
                .withType("Recreate")
                .endStrategy()
                .endSpec());
        awaitAvailable(2);
        AvailabilityWatch watch = AvailabilityWatch.start(fixture.client(), "web");
        setImage("registry.example.com/web:2");
        await().untilAsserted(() -> {
            DeploymentStatus status = status();
            assertThat(status.getObservedGeneration()).isEqualTo(2);
            assertThat(status.getUpdatedReplicas()).isEqualTo(2);
            assertThat(status.getAvailableReplicas()).isEqualTo(2);
        });
        assertThat(watch.imagesTogether()).isFalse();
    }

    @Test
    void aPausedDeploymentDoesNotRollButScales() {
        fixture.create(Samples.web(1));
        awaitAvailable(1);
        edit(web -> web.editSpec().withPaused(true).endSpec());
        await().untilAsserted(() -> assertThat(conditions()).contains("Progressing=Unknown DeploymentPaused"));
        setImage("registry.example.com/web:2");
        web().scale(3);
        awaitAvailable(3);
        assertThat(replicaSets()).hasSize(1);
        edit(web -> web.editSpec().withPaused(false).endSpec());
        await().untilAsserted(() -> assertThat(status().getUpdatedReplicas()).isEqualTo(3));
    }

    @Test
    void aRolloutThatDoesNotMoveExceedsItsDeadline() {
        fixture.create(Samples.web(1)
                .editSpec()
                .withProgressDeadlineSeconds(1)
                .editTemplate()
                .editMetadata()
                .addToAnnotations("simulate", "unready")
                .endMetadata()
                .endTemplate()
                .endSpec());
        await().untilAsserted(() -> assertThat(status().getConditions())
                .anyMatch(condition -> "ProgressDeadlineExceeded".equals(condition.getReason())
                        && condition.getMessage().matches("ReplicaSet \"web-\\w+\" has timed out progressing.")));
    }

    @Test
    void podsAreAvailableOnlyAfterMinReadySeconds() {
        fixture.create(Samples.web(1).editSpec().withMinReadySeconds(2).endSpec());
        await().untilAsserted(() -> assertThat(status().getReadyReplicas()).isEqualTo(1));
        assertThat(status().getAvailableReplicas()).isNull();
        awaitAvailable(1);
    }

    @Test
    void onlyAsManyOldReplicaSetsAreKeptAsAsked() {
        fixture.create(Samples.web(1).editSpec().withRevisionHistoryLimit(1).endSpec());
        for (int version = 2; version <= 4; version++) {
            awaitAvailable(1);
            setImage("registry.example.com/web:" + version);
            String revision = String.valueOf(version);
            await().untilAsserted(() -> {
                assertThat(web().get().getMetadata().getAnnotations()).containsEntry(Annotations.REVISION, revision);
                assertThat(status().getUpdatedReplicas()).isEqualTo(1);
            });
        }
        await().untilAsserted(() -> assertThat(replicaSets()).hasSize(2));
    }

    @Test
    void scalingDownGivesUpPodsThatAreNotReadyFirst() {
        fixture.create(Samples.web(3));
        awaitAvailable(3);
        Pod weak = fixture.pods().get(1);
        fixture.makeUnready(weak);
        web().scale(2);
        await().untilAsserted(() -> assertThat(fixture.pods())
                .extracting(pod -> pod.getMetadata().getName())
                .hasSize(2)
                .doesNotContain(weak.getMetadata().getName()));
    }

    @Test
    void aSettledClusterIsQuiet() {
        RequestCounts requests = fixture.embedded().apiServer().requests();
        fixture.create(Samples.web(2));
        awaitAvailable(2);
        await().until(() -> conditions().contains("Progressing=True NewReplicaSetAvailable"));
        await().pollDelay(Duration.ofMillis(300)).until(() -> {
            requests.mark();
            return true;
        });
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(requests.all()).isEmpty());
    }

    private void edit(UnaryOperator<DeploymentBuilder> change) {
        await().ignoreExceptionsMatching(KubernetesClientException.class::isInstance)
                .until(() -> web().edit(current ->
                                change.apply(new DeploymentBuilder(current)).build())
                        != null);
    }

    private void setImage(String image) {
        edit(web -> Samples.withImage(web, image));
    }

    private void awaitAvailable(int count) {
        await().untilAsserted(() -> assertThat(status().getAvailableReplicas()).isEqualTo(count));
    }

    private RollableScalableResource<Deployment> web() {
        return fixture.web();
    }

    private DeploymentStatus status() {
        return fixture.webStatus();
    }

    private List<String> conditions() {
        return status().getConditions().stream()
                .map(condition -> condition.getType() + "=" + condition.getStatus() + " " + condition.getReason())
                .toList();
    }

    private List<ReplicaSet> replicaSets() {
        return fixture.client().apps().replicaSets().list().getItems();
    }
}
