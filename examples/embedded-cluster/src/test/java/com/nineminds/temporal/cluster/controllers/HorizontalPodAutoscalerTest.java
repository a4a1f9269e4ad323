package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.MovableClock;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HorizontalPodAutoscalerTest {
    private static final String NO_METRICS =
            "failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource"
                    + " metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)";

    private final MovableClock clock = new MovableClock();
    private EmbeddedCluster cluster;

    @BeforeEach
    void start() {
        cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated().withClock(clock));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void tooFewPodsAreRaisedToTheMinimumWithoutAnyMetrics() {
        create(web(1));
        create(autoscaler(2, 10));
        awaitReady(2);
        await().untilAsserted(() -> {
            assertThat(status().getDesiredReplicas()).isEqualTo(2);
            assertThat(status().getCurrentReplicas()).isEqualTo(2);
            assertThat(status().getLastScaleTime()).isNotNull();
            assertThat(conditions())
                    .containsExactly(
                            "AbleToScale=True SucceededGetScale", "ScalingActive=False FailedGetResourceMetric");
        });
        assertThat(events())
                .contains(
                        "SuccessfulRescale: New size: 2; reason: Current number of replicas below Spec.MinReplicas",
                        "FailedGetResourceMetric: " + NO_METRICS,
                        "FailedComputeMetricsReplicas: invalid metrics (1 invalid out of 1), first error is: "
                                + "failed to get cpu resource metric value: " + NO_METRICS);
        assertThat(web().get().getMetadata().getManagedFields())
                .anyMatch(entry -> entry.getManager().equals("kube-controller-manager")
                        && entry.getOperation().equals("Update")
                        && "scale".equals(entry.getSubresource()));
    }

    @Test
    void tooManyPodsAreLoweredToTheMaximumAtOnce() {
        create(web(5));
        create(autoscaler(1, 3));
        awaitReady(3);
        await().untilAsserted(() -> assertThat(events())
                .contains("SuccessfulRescale: New size: 3; reason: Current number of replicas above Spec.MaxReplicas"));
    }

    @Test
    void aTargetWithoutReplicasIsLeftAloneUntilItHasSome() {
        create(web(0));
        create(autoscaler(2, 10));
        await().untilAsserted(() -> assertThat(conditions())
                .containsExactly("AbleToScale=True SucceededGetScale", "ScalingActive=False ScalingDisabled"));
        assertThat(web().get().getSpec().getReplicas()).isZero();
        web().scale(1);
        awaitReady(2);
    }

    @Test
    void busyPodsGetHelp() {
        create(web(2));
        create(autoscaler(2, 10));
        cluster.metrics().share("default", "web", "cpu", 210);
        awaitReady(3);
        await().untilAsserted(() -> {
            assertThat(events())
                    .contains(
                            "SuccessfulRescale: New size: 3; reason: cpu resource utilization (percentage of request) above target");
            assertThat(conditions())
                    .containsExactly(
                            "AbleToScale=True ReadyForNewScale",
                            "ScalingActive=True ValidMetricFound",
                            "ScalingLimited=False DesiredWithinRange");
            var current = status().getCurrentMetrics().get(0).getResource().getCurrent();
            assertThat(current.getAverageUtilization()).isEqualTo(70);
            assertThat(current.getAverageValue()).isEqualTo(Quantity.parse("70m"));
        });
    }

    @Test
    void theMaximumHoldsHoweverBusyThePodsAre() {
        create(web(2));
        create(autoscaler(2, 3));
        cluster.metrics().use("default", "web", "cpu", 700);
        awaitReady(3);
        await().untilAsserted(() -> assertThat(conditions()).contains("ScalingLimited=True TooManyReplicas"));
    }

    @Test
    void idlePodsAreKeptForFiveMinutes() {
        create(web(4));
        create(autoscaler(1, 10));
        awaitReady(4);
        cluster.metrics().use("default", "web", "cpu", 7);
        await().untilAsserted(() -> assertThat(conditions()).contains("AbleToScale=True ScaleDownStabilized"));
        assertThat(web().get().getSpec().getReplicas()).isEqualTo(4);
        clock.forward(Duration.ofMinutes(5).plusSeconds(1));
        awaitReady(1);
        assertThat(events()).contains("SuccessfulRescale: New size: 1; reason: All metrics below target");
    }

    @Test
    void aTargetThatDoesNotExistIsReportedAndScaledOnceItDoes() {
        create(autoscaler(2, 10));
        await().untilAsserted(() -> assertThat(conditions()).containsExactly("AbleToScale=False FailedGetScale"));
        assertThat(status().getConditions().get(0).getMessage())
                .isEqualTo("the HPA controller was unable to get the target's current scale:"
                        + " deployments.apps \"web\" not found");
        create(web(1));
        awaitReady(2);
    }

    private void create(DeploymentBuilder deployment) {
        cluster.client().resource(deployment.build()).create();
    }

    private void create(HorizontalPodAutoscalerBuilder autoscaler) {
        cluster.client().resource(autoscaler.build()).create();
    }

    private static DeploymentBuilder web(int replicas) {
        return Samples.web(replicas)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .addToRequests("cpu", Quantity.parse("100m"))
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec();
    }

    private static HorizontalPodAutoscalerBuilder autoscaler(int min, int max) {
        return new HorizontalPodAutoscalerBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withNewScaleTargetRef("apps/v1", "Deployment", "web")
                .withMinReplicas(min)
                .withMaxReplicas(max)
                .addNewMetric()
                .withType("Resource")
                .withNewResource()
                .withName("cpu")
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(70)
                .endTarget()
                .endResource()
                .endMetric()
                .endSpec();
    }

    private void awaitReady(int count) {
        await().untilAsserted(() -> {
            assertThat(web().get().getSpec().getReplicas()).isEqualTo(count);
            assertThat(web().get().getStatus().getReadyReplicas()).isEqualTo(count);
        });
    }

    private RollableScalableResource<Deployment> web() {
        return cluster.client().apps().deployments().inNamespace("default").withName("web");
    }

    private HorizontalPodAutoscalerStatus status() {
        Resource<HorizontalPodAutoscaler> autoscaler = cluster.client()
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace("default")
                .withName("web");
        HorizontalPodAutoscalerStatus status = autoscaler.get().getStatus();
        return status == null ? new HorizontalPodAutoscalerStatus() : status;
    }

    private List<String> conditions() {
        return status().getConditions().stream()
                .map(condition -> condition.getType() + "=" + condition.getStatus() + " " + condition.getReason())
                .toList();
    }

    private List<String> events() {
        return cluster.client().v1().events().inNamespace("default").list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getKind().equals("HorizontalPodAutoscaler"))
                .map(event -> event.getReason() + ": " + event.getMessage())
                .toList();
    }
}
