package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.MovableClock;
import com.nineminds.temporal.cluster.node.SimulatedNode;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Taint;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeTroubleTest {
    private final MovableClock clock = new MovableClock();
    private final SimulatedNode first = SimulatedNode.named("node-1");
    private final SimulatedNode second = SimulatedNode.named("node-2");
    private EmbeddedCluster cluster;

    @BeforeEach
    void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        cluster =
                EmbeddedCluster.start(EmbeddedClusterOptions.with(first, second).withClock(clock));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void podsOfALostNodeAreNotReadyUntilItIsBack() {
        web(2);
        first.lose();
        await().untilAsserted(() -> assertThat(readyOn("node-1")).isEmpty());
        assertThat(pods()).hasSize(2);
        assertThat(readyOn("node-2")).hasSize(1);
        await().untilAsserted(() -> {
            assertThat(taints("node-1"))
                    .containsExactly(
                            "node.kubernetes.io/unreachable:NoSchedule", "node.kubernetes.io/unreachable:NoExecute");
            assertThat(events()).contains("NodeNotReady: Node is not ready");
        });
        first.restore();
        await().untilAsserted(() -> {
            assertThat(readyOn("node-1")).hasSize(1);
            assertThat(taints("node-1")).isEmpty();
        });
        assertThat(pods()).hasSize(2);
    }

    @Test
    void afterFiveMinutesPodsOfALostNodeAreReplacedElsewhere() {
        web(2);
        Pod lost = on("node-1").get(0);
        first.lose();
        await().untilAsserted(() -> assertThat(taints("node-1")).hasSize(2));
        clock.forward(Duration.ofSeconds(301));
        await().untilAsserted(() -> assertThat(readyOn("node-2")).hasSize(2));
        assertThat(on("node-1"))
                .singleElement()
                .satisfies(pod -> assertThat(Pods.deleting(pod)).isTrue());
        assertThat(events())
                .contains("TaintManagerEviction: Marking for deletion Pod default/"
                        + lost.getMetadata().getName());
        first.restore();
        await().untilAsserted(() -> assertThat(on("node-1")).isEmpty());
    }

    @Test
    void nobodyIsEvictedWhenEveryNodeIsLost() {
        web(2);
        first.lose();
        second.lose();
        await().untilAsserted(() -> assertThat(List.of(taints("node-1"), taints("node-2")))
                .containsOnly(List.of("node.kubernetes.io/unreachable:NoSchedule")));
        clock.forward(Duration.ofMinutes(10));
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(pods()).hasSize(2).noneMatch(Pods::deleting));
    }

    @Test
    void aCordonedNodeKeepsItsPodsAndGetsNoNewOnes() {
        web(2);
        cordon("node-1");
        await().untilAsserted(() ->
                assertThat(taints("node-1")).containsExactly("node.kubernetes.io/unschedulable:NoSchedule"));
        scale(5);
        await().untilAsserted(() -> assertThat(readyOn("node-2")).hasSize(4));
        assertThat(readyOn("node-1")).hasSize(1);
        cordon("node-2");
        scale(6);
        await().untilAsserted(() -> assertThat(events())
                .contains("FailedScheduling: 0/2 nodes are available: 2 node(s) were unschedulable."));
    }

    @Test
    void aPodThatAsksForAnotherSchedulerIsLeftToIt() {
        cluster.client().resource(pod("other", "nobody")).create();
        cluster.client().resource(pod("ours", null)).create();

        await().untilAsserted(
                        () -> assertThat(pods()).filteredOn(Pods::assigned).isNotEmpty());

        assertThat(pods())
                .filteredOn(Pods::assigned)
                .extracting(pod -> pod.getMetadata().getName())
                .containsExactly("ours");
    }

    private static Pod pod(String name, String scheduler) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withSchedulerName(scheduler)
                .withAutomountServiceAccountToken(false)
                .addNewContainer()
                .withName("main")
                .withImage("i:1")
                .endContainer()
                .endSpec()
                .build();
    }

    private void web(int replicas) {
        cluster.client()
                .resource(Samples.web(replicas)
                        .editMetadata()
                        .withNamespace("default")
                        .endMetadata()
                        .build())
                .create();
        await().untilAsserted(() -> assertThat(pods()).hasSize(replicas).allMatch(Pods::ready));
    }

    private void scale(int replicas) {
        cluster.client()
                .apps()
                .deployments()
                .inNamespace("default")
                .withName("web")
                .scale(replicas);
    }

    private void cordon(String node) {
        cluster.client()
                .nodes()
                .withName(node)
                .edit(current -> new NodeBuilder(current)
                        .editSpec()
                        .withUnschedulable(true)
                        .endSpec()
                        .build());
    }

    private List<String> taints(String node) {
        Node found = cluster.client().nodes().withName(node).get();
        return found.getSpec().getTaints().stream().map(NodeTroubleTest::text).toList();
    }

    private static String text(Taint taint) {
        return taint.getKey() + ":" + taint.getEffect();
    }

    private List<Pod> pods() {
        return cluster.client().pods().inNamespace("default").list().getItems();
    }

    private List<Pod> on(String node) {
        return pods().stream()
                .filter(pod -> node.equals(pod.getSpec().getNodeName()))
                .toList();
    }

    private List<Pod> readyOn(String node) {
        return on(node).stream().filter(Pods::ready).toList();
    }

    private List<String> events() {
        return cluster.client().v1().events().inNamespace("default").list().getItems().stream()
                .map(event -> event.getReason() + ": " + event.getMessage())
                .toList();
    }
}
