package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.MovableClock;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HorizontalPodAutoscalerTest {
    private static final String KIND = "HorizontalPodAutoscaler";
    private static final String NO_METRICS =
            "failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource"
                    + " metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)";

    private final MovableClock clock = new MovableClock();
    private ControllerFixture fixture;

    @BeforeEach
    void start() {
        fixture = ControllerFixture.open(EmbeddedClusterOptions.simulated().withClock(clock));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void tooFewPodsAreRaisedToTheMinimumWithoutAnyMetrics() {
        fixture.create(web(1));
        fixture.create(autoscaler(2, 10));
        fixture.awaitReady(2);
        await().untilAsserted(() -> {
            assertThat(status().getDesiredReplicas()).isEqualTo(2);
            assertThat(status().getCurrentReplicas()).isEqualTo(2);
            assertThat(status().getLastScaleTime()).isNotNull();
            assertThat(conditions())
                    .containsExactly(
                            "AbleToScale=True SucceededGetScale", "ScalingActive=False FailedGetResourceMetric");
        });
        assertThat(fixture.events(KIND))
                .contains(
                        "SuccessfulRescale: New size: 2; reason: Current number of replicas below Spec.MinReplicas",
                        "FailedGetResourceMetric: " + NO_METRICS,
                        "FailedComputeMetricsReplicas: invalid metrics (1 invalid out of 1), first error is: "
                                + "failed to get cpu resource metric value: " + NO_METRICS);
        assertThat(fixture.web().get().getMetadata().getManagedFields())
                .anyMatch(entry -> entry.getManager().equals("kube-controller-manager")
                        && entry.getOperation().equals("Update")
                        && "scale".equals(entry.getSubresource()));
    }

    @Test
    void tooManyPodsAreLoweredToTheMaximumAtOnce() {
        fixture.create(web(5));
        fixture.create(autoscaler(1, 3));
        fixture.awaitReady(3);
        await().untilAsserted(() -> assertThat(fixture.events(KIND))
                .contains("SuccessfulRescale: New size: 3; reason: Current number of replicas above Spec.MaxReplicas"));
    }

    @Test
    void aTargetWithoutReplicasIsLeftAloneUntilItHasSome() {
        fixture.create(web(0));
        fixture.create(autoscaler(2, 10));
        await().untilAsserted(() -> assertThat(conditions())
                .containsExactly("AbleToScale=True SucceededGetScale", "ScalingActive=False ScalingDisabled"));
        assertThat(fixture.web().get().getSpec().getReplicas()).isZero();
        fixture.web().scale(1);
        fixture.awaitReady(2);
    }

    @Test
    void busyPodsGetHelp() {
        fixture.create(web(2));
        fixture.create(autoscaler(2, 10));
        fixture.embedded().metrics().share(fixture.client().getNamespace(), "web", "cpu", 210);
        fixture.awaitReady(3);
        await().untilAsserted(() -> {
            assertThat(fixture.events(KIND))
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
        fixture.create(web(2));
        fixture.create(autoscaler(2, 3));
        fixture.embedded().metrics().use(fixture.client().getNamespace(), "web", "cpu", 700);
        fixture.awaitReady(3);
        await().untilAsserted(() -> assertThat(conditions()).contains("ScalingLimited=True TooManyReplicas"));
    }

    @Test
    void idlePodsAreKeptForFiveMinutes() {
        fixture.create(web(4));
        fixture.create(autoscaler(1, 10));
        fixture.awaitReady(4);
        fixture.embedded().metrics().use(fixture.client().getNamespace(), "web", "cpu", 7);
        await().untilAsserted(() -> assertThat(conditions()).contains("AbleToScale=True ScaleDownStabilized"));
        assertThat(fixture.web().get().getSpec().getReplicas()).isEqualTo(4);
        clock.forward(Duration.ofMinutes(5).plusSeconds(1));
        fixture.awaitReady(1);
        assertThat(fixture.events(KIND)).contains("SuccessfulRescale: New size: 1; reason: All metrics below target");
    }

    @Test
    void aTargetThatDoesNotExistIsReportedAndScaledOnceItDoes() {
        fixture.create(autoscaler(2, 10));
        await().untilAsserted(() -> assertThat(conditions()).containsExactly("AbleToScale=False FailedGetScale"));
        assertThat(status().getConditions().get(0).getMessage())
                .isEqualTo("the HPA controller was unable to get the target's current scale:"
                        + " deployments.apps \"web\" not found");
        fixture.create(web(1));
        fixture.awaitReady(2);
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

    private HorizontalPodAutoscalerStatus status() {
        HorizontalPodAutoscalerStatus status = fixture.client()
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .withName("web")
                .get()
                .getStatus();
        return status == null ? new HorizontalPodAutoscalerStatus() : status;
    }

    private List<String> conditions() {
        return status().getConditions().stream()
                .map(condition -> condition.getType() + "=" + condition.getStatus() + " " + condition.getReason())
                .toList();
    }
}
