package com.nineminds.temporal.cluster.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemandCalculatorTest {
    private static final String NAMESPACE = "default";

    private final ScriptedMetrics metrics = new ScriptedMetrics();
    private final DemandCalculator calculator = new DemandCalculator(metrics);

    @Test
    void theDemandIsThePodsTimesTheRatioRoundedUp() throws MetricException {
        metrics.use(NAMESPACE, "web", "cpu", 90);
        assertThat(demand(cpu(70), ready("a"), ready("b"), ready("c"))).isEqualTo(4);
    }

    @Test
    void withinTenPercentNothingChanges() throws MetricException {
        metrics.use(NAMESPACE, "web", "cpu", 77);
        assertThat(demand(cpu(70), ready("a"), ready("b"))).isEqualTo(2);
        metrics.use(NAMESPACE, "web", "cpu", 63);
        assertThat(demand(cpu(70), ready("a"), ready("b"))).isEqualTo(2);
        metrics.use(NAMESPACE, "web", "cpu", 78);
        assertThat(demand(cpu(70), ready("a"), ready("b"))).isEqualTo(3);
    }

    @Test
    void theMetricThatAsksForMostDecides() throws MetricException {
        metrics.use(NAMESPACE, "web", "cpu", 10);
        metrics.use(NAMESPACE, "web", "memory", 160);
        Demand demand = calculator.of(List.of(cpu(80), memory(80)), target(ready("a"), ready("b")));
        assertThat(demand.replicas()).isEqualTo(4);
        assertThat(demand.metric()).isEqualTo("memory resource utilization (percentage of request)");
        assertThat(demand.statuses()).hasSize(2);
    }

    @Test
    void podsThatAreNotMeasuredAreTakenForIdleWhenTheOthersAreBusy() throws MetricException {
        metrics.use(NAMESPACE, "a", "cpu", 140);
        assertThat(demand(cpu(70), ready("a"), ready("b"))).isEqualTo(2);
        metrics.use(NAMESPACE, "a", "cpu", 210);
        assertThat(demand(cpu(70), ready("a"), ready("b"))).isEqualTo(3);
    }

    @Test
    void podsThatAreNotMeasuredAreTakenForBusyWhenTheOthersAreIdle() throws MetricException {
        metrics.use(NAMESPACE, "a", "cpu", 0);
        metrics.use(NAMESPACE, "b", "cpu", 0);
        assertThat(demand(cpu(80), ready("a"), ready("b"), ready("c"))).isEqualTo(2);
    }

    @Test
    void podsThatAreNotReadyDampGrowth() throws MetricException {
        metrics.use(NAMESPACE, "web", "cpu", 140);
        assertThat(demand(cpu(70), ready("a"), ready("b"))).isEqualTo(4);
        assertThat(demand(cpu(70), ready("a"), ready("b"), unready("c"), unready("d")))
                .isEqualTo(4);
    }

    @Test
    void aSharedLoadIsSpreadOverReadyPods() throws MetricException {
        metrics.share(NAMESPACE, "web", "cpu", 280);
        assertThat(demand(cpu(70), ready("a"), ready("b"))).isEqualTo(4);
        assertThat(demand(cpu(70), ready("a"), ready("b"), ready("c"), ready("d")))
                .isEqualTo(4);
    }

    @Test
    void whatIsNotMeasuredIsReportedInTheWordsOfARealAutoscaler() {
        assertThatThrownBy(() -> demand(cpu(70), ready("a")))
                .hasMessage(
                        "failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics"
                                + " from resource metrics API: the server could not find the requested resource"
                                + " (get pods.metrics.k8s.io)");
        metrics.use(NAMESPACE, "other", "cpu", 50);
        assertThatThrownBy(() -> demand(cpu(70), ready("a")))
                .hasMessage("failed to get cpu utilization: unable to get metrics for resource cpu:"
                        + " no metrics returned from resource metrics API");
    }

    @Test
    void podsWithoutARequestHaveNoUtilization() {
        metrics.use(NAMESPACE, "web", "memory", 50);
        Pod pod = new PodBuilder(ready("a"))
                .editSpec()
                .editFirstContainer()
                .editResources()
                .removeFromRequests("memory")
                .endResources()
                .endContainer()
                .endSpec()
                .build();
        assertThatThrownBy(() -> calculator.of(List.of(memory(70)), target(pod)))
                .isInstanceOfSatisfying(
                        MetricException.class,
                        failed -> assertThat(failed.summary())
                                .isEqualTo(
                                        "invalid metrics (1 invalid out of 1), first error is: failed to get memory resource"
                                                + " metric value: failed to get memory utilization: missing request for memory in"
                                                + " container main of Pod a"));
    }

    @Test
    void aMissingMetricMayNotShrinkTheTarget() {
        metrics.use(NAMESPACE, "web", "cpu", 5);
        assertThatThrownBy(() -> calculator.of(List.of(cpu(80), pods()), target(ready("a"), ready("b"))))
                .isInstanceOfSatisfying(
                        MetricException.class,
                        failed -> assertThat(failed.reason()).isEqualTo("FailedGetPodsMetric"));
    }

    private int demand(MetricSpec metric, Pod... pods) throws MetricException {
        return calculator.of(List.of(metric), target(pods)).replicas();
    }

    private static Target target(Pod... pods) {
        return new Target(NAMESPACE, "web", pods.length, Stream.of(pods).toList());
    }

    private static MetricSpec cpu(int percent) {
        return resource("cpu", percent);
    }

    private static MetricSpec memory(int percent) {
        return resource("memory", percent);
    }

    private static MetricSpec resource(String name, int percent) {
        return new MetricSpecBuilder()
                .withType("Resource")
                .withNewResource()
                .withName(name)
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(percent)
                .endTarget()
                .endResource()
                .build();
    }

    private static MetricSpec pods() {
        return new MetricSpecBuilder().withType("Pods").build();
    }

    private static Pod ready(String name) {
        return pod(name, "True");
    }

    private static Pod unready(String name) {
        return pod(name, "False");
    }

    private static Pod pod(String name, String ready) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withNewResources()
                .addToRequests("cpu", Quantity.parse("100m"))
                .addToRequests("memory", Quantity.parse("128Mi"))
                .endResources()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .endCondition()
                .endStatus()
                .build();
    }
}
