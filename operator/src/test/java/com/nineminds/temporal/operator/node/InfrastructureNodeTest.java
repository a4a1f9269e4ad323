package com.nineminds.temporal.operator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.config.OperatorConfig;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a namespace refuses and what a node takes away: a policy that a revision violates is the revision's fault, a full quota and a
 * drained node are nobody's. The namespace enforces the Pod Security level <i>restricted</i>.
 */
class InfrastructureNodeTest {
    private static final Map<String, String> RESTRICTED = Map.of("pod-security.kubernetes.io/enforce", "restricted");

    @RegisterExtension
    static final ServingWorker NODE =
            new ServingWorker(OperatorConfig.defaults().stability(), RESTRICTED);

    private final NodeStory story = NODE.story();

    @Test
    void a_revision_that_pod_security_refuses_is_rolled_back() {
        String escalates = "{spec: {containers: [{name: worker, securityContext: {allowPrivilegeEscalation: true}}]}}";

        story.rollsBack(story.worker("escalates").with("podTemplate", escalates), "AdmissionRefused");
    }

    @Test
    void a_full_quota_is_waited_for() {
        ResourceQuota full = story.client
                .resource(quota(NodeStory.REPLICAS))
                .inNamespace(story.namespace)
                .create();
        story.apply(story.worker("crowded"));

        TemporalWorkerStatus waiting =
                story.awaitStatus(status -> assertThat(status.message()).contains("exceeded quota"));
        assertThat(waiting.rollout().deadline()).as("the clock stands still").isNull();
        assertThat(waiting.phase()).isEqualTo(Phase.Progressing);

        story.client.resource(full).delete();
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash())
                .isEqualTo(waiting.target().hash());
    }

    @Test
    void a_drain_in_the_middle_of_a_rollout_delays_it_only() {
        story.apply(story.worker("moving").with("rollout.steps", "[{share: 50, hold: 20s}]"));
        TemporalWorkerStatus held = story.awaitCurrent(Phase.Holding);

        drain();

        TemporalWorkerStatus done = story.awaitCurrent(Phase.Healthy);
        assertThat(done.stable().hash()).isEqualTo(held.target().hash());
        assertThat(done.rejected()).isNull();
        assertThat(story.timeline.fewestReady()).as("the budget holds").isPositive();
    }

    @Test
    void a_worker_with_one_replica_does_not_block_a_drain() {
        String single = story.serve(story.worker("single").with("scaling", "{replicas: 1}"));

        drain();

        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(
                                story.timeline.readyPods(pod -> pod.revision().equals(single)))
                        .hasSize(1));
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(single);
    }

    /** Evicts every pod that there is now, as {@code kubectl drain} does, and tries again while a budget forbids it. */
    private void drain() {
        List<String> pods = story.timeline.readyPods(pod -> true);
        assertThat(pods).isNotEmpty();
        for (String pod : pods) {
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> story.client
                            .pods()
                            .inNamespace(story.namespace)
                            .withName(pod)
                            .evict());
        }
    }

    private static ResourceQuota quota(int pods) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("pods")
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", new Quantity(String.valueOf(pods)))
                .endSpec()
                .build();
    }
}
