package com.nineminds.temporal.operator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.loop.WorkerYaml;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real autoscaler that acts on real CPU. */
class AutoscalingNodeTest {
    private static final int MOST = 4;

    @RegisterExtension
    static final ServingWorker NODE =
            new ServingWorker(OperatorConfig.defaults().stability());

    private final NodeStory story = NODE.story();

    @Test
    void a_rollout_moves_the_capacity_that_the_autoscaler_chose() {
        String one = story.serve(autoscaled("one"));
        keepBusy(one);
        awaitReady(one, MOST);
        assertThat(ownersOfReplicas(one)).noneMatch(owner -> owner.startsWith("temporal-worker-operator"));
        story.timeline.startCounting();

        story.apply(autoscaled("two").with("rollout.steps", "[{share: 50, hold: 5s}]"));
        String two = story.awaitCurrent(Phase.Holding).target().hash();
        keepBusy(two);
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(bounds(one)).isEqualTo(List.of(2, 2));
            assertThat(bounds(two)).isEqualTo(List.of(2, 2));
        });

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(two);
        assertThat(bounds(two)).isEqualTo(List.of(NodeStory.REPLICAS, MOST));
        assertThat(story.timeline.fewestReady()).isGreaterThanOrEqualTo(MOST);
        story.rollsBack(autoscaled("exits").with("podTemplate", Misbehaviour.exitsAtStart()), "CrashLoop");
    }

    private WorkerYaml autoscaled(String version) {
        return story.worker(version)
                .with(
                        "scaling",
                        "{autoscaling: {minReplicas: " + NodeStory.REPLICAS + ", maxReplicas: " + MOST
                                + ", cpuUtilization: 100, memoryUtilization: 1000}}");
    }

    /** Else the autoscaler takes pods away as soon as it may. */
    private void keepBusy(String hash) {
        story.inEachPod(hash, "sh", "-c", "(while :; do :; done) >/dev/null 2>&1 &");
    }

    private void awaitReady(String hash, int pods) {
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(
                                story.timeline.readyPods(pod -> pod.revision().equals(hash)))
                        .hasSize(pods));
    }

    private List<Integer> bounds(String hash) {
        HorizontalPodAutoscalerSpec spec = story.client
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(story.namespace)
                .withName("mail-" + hash)
                .require()
                .getSpec();
        return List.of(spec.getMinReplicas(), spec.getMaxReplicas());
    }

    private List<String> ownersOfReplicas(String hash) {
        return story.deployment(hash).getMetadata().getManagedFields().stream()
                .filter(entry ->
                        entry.getFieldsV1().getAdditionalProperties().toString().contains("f:replicas"))
                .filter(entry -> !"status".equals(entry.getSubresource()))
                .map(ManagedFieldsEntry::getManager)
                .toList();
    }
}
