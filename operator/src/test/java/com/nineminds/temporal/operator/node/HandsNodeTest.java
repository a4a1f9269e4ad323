package com.nineminds.temporal.operator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.config.OperatorConfig;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do by hand to a worker that serves and to its children. */
class HandsNodeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @RegisterExtension
    static final ServingWorker NODE =
            new ServingWorker(OperatorConfig.defaults().stability());

    private final NodeStory story = NODE.story();
    private String stable = "";
    private List<String> pods = List.of();

    @BeforeEach
    void lookAround() {
        stable = story.status().stable().hash();
        pods = pods();
    }

    @Test
    void a_status_that_is_wiped_is_rebuilt_and_no_pod_is_touched() {
        story.client
                .resource(story.resource().get())
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\": null}");

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(stable);
        assertThat(pods()).isEqualTo(pods);
    }

    @Test
    void a_worker_that_is_deleted_and_applied_from_a_backup_serves_the_same_revision() {
        TemporalWorker backup = story.resource().get();
        story.resource().delete();
        backup.getMetadata().setUid(null);
        backup.getMetadata().setResourceVersion(null);
        String uid = story.client.resource(backup).create().getMetadata().getUid();

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(stable);
        assertThat(deployment().require().getMetadata().getOwnerReferences())
                .extracting("uid")
                .containsExactly(uid);
    }

    @Test
    void an_edit_of_the_serving_deployment_is_undone_before_it_costs_a_pod() {
        deployment().edit(edited -> {
            edited.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("localhost/nowhere:1");
            return edited;
        });

        awaitServing(image());
        assertThat(story.timeline.fewestReady()).isGreaterThanOrEqualTo(NodeStory.REPLICAS);
        assertThat(pods()).isEqualTo(pods);
    }

    @Test
    void a_restart_and_its_undoing_go_by_surge_and_are_left_alone() {
        deployment().rolling().restart();
        awaitServing(image());
        assertThat(pods()).doesNotContainAnyElementsOf(pods);

        deployment().rolling().undo();
        awaitServing(image());
        assertThat(story.timeline.fewestReady()).isGreaterThanOrEqualTo(NodeStory.REPLICAS);
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(stable);
    }

    @Test
    void a_worker_that_is_deleted_in_the_middle_of_a_rollout_leaves_nothing_behind() {
        story.apply(story.worker("unfinished").with("rollout.steps", "[{share: 50, hold: 10m}]"));
        story.awaitCurrent(Phase.Holding);

        story.resource().delete();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(story.client.pods().inNamespace(story.namespace).list().getItems())
                    .isEmpty();
            assertThat(story.client
                            .apps()
                            .deployments()
                            .inNamespace(story.namespace)
                            .list()
                            .getItems())
                    .isEmpty();
            assertThat(story.client
                            .resources(ControllerRevision.class)
                            .inNamespace(story.namespace)
                            .list()
                            .getItems())
                    .isEmpty();
        });
    }

    private RollableScalableResource<Deployment> deployment() {
        return story.client.apps().deployments().inNamespace(story.namespace).withName("mail-" + stable);
    }

    private String image() {
        return NODE.level().image();
    }

    /** All pods are of the Deployment as it is now, as many as wanted, and it has this image. */
    private void awaitServing(String image) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Deployment now = deployment().require();
            assertThat(now.getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getImage())
                    .isEqualTo(image);
            assertThat(now.getStatus().getObservedGeneration())
                    .isEqualTo(now.getMetadata().getGeneration());
            assertThat(now.getStatus().getReplicas()).isEqualTo(NodeStory.REPLICAS);
            assertThat(now.getStatus().getUpdatedReplicas()).isEqualTo(NodeStory.REPLICAS);
            assertThat(pods()).hasSize(NodeStory.REPLICAS);
        });
    }

    private List<String> pods() {
        return story.timeline.readyPods(pod -> pod.revision().equals(stable)).stream()
                .sorted()
                .toList();
    }
}
