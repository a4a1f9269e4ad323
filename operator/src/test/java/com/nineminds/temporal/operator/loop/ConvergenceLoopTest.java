package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and accidents do to the children, the status and the operator itself. */
class ConvergenceLoopTest {
    private Story story;
    private String hash;

    @BeforeEach
    void serveTheFirstRevision() {
        story = new Story(Clusters.shared());
        story.apply(WorkerYaml.image("one"));
        hash = story.awaitCurrent(Phase.Healthy).stable().hash();
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void an_edited_child_is_repaired() {
        story.client
                .apps()
                .deployments()
                .inNamespace(story.namespace)
                .withName("mail-" + hash)
                .edit(deployment -> {
                    deployment
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .setImage("registry.example/other:1");
                    return deployment;
                });

        story.awaitThat(() -> assertThat(image(story.deployment(hash))).isEqualTo("registry.example/mail:one"));
    }

    @Test
    void a_deleted_child_comes_back() {
        story.client.services().inNamespace(story.namespace).withName("mail").delete();
        story.client
                .apps()
                .deployments()
                .inNamespace(story.namespace)
                .withName("mail-" + hash)
                .delete();

        story.awaitThat(() -> {
            assertThat(story.client
                            .services()
                            .inNamespace(story.namespace)
                            .withName("mail")
                            .get())
                    .isNotNull();
            assertThat(story.replicas(hash)).isEqualTo(4);
        });
    }

    @Test
    void a_wiped_status_is_rebuilt_without_a_redeployment() {
        String uid = story.deployment(hash).getMetadata().getUid();

        story.resource().editStatus(worker -> {
            worker.setStatus(null);
            return worker;
        });

        TemporalWorkerStatus status =
                story.await(each -> assertThat(each.phase()).isEqualTo(Phase.Healthy));
        assertThat(status.stable().hash()).isEqualTo(hash);
        assertThat(story.deployment(hash).getMetadata().getUid()).isEqualTo(uid);
        assertThat(story.deployment(hash).getMetadata().getGeneration())
                .as("the pods were not touched")
                .isEqualTo(story.deployment(hash).getStatus().getObservedGeneration());
    }

    @Test
    void a_service_of_that_name_that_is_not_ours_is_named_and_not_touched() {
        story.stopOperator();
        story.client.services().inNamespace(story.namespace).withName("mail").delete();
        story.client.resource("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: mail, labels: {owner: someone-else}}
                        spec: {ports: [{port: 80}]}
                        """).inNamespace(story.namespace).create();

        story.startOperatorAgain();

        TemporalWorkerStatus status =
                story.await(each -> assertThat(each.conditions()).anySatisfy(condition -> {
                    assertThat(condition.reason()).isEqualTo("NameConflict");
                    assertThat(condition.message()).contains("Service mail");
                }));
        assertThat(status.stable().hash()).isEqualTo(hash);
        assertThat(story.client
                        .services()
                        .inNamespace(story.namespace)
                        .withName("mail")
                        .get()
                        .getMetadata()
                        .getLabels())
                .containsEntry("owner", "someone-else");
    }

    @Test
    void deleting_the_worker_deletes_everything_it_had() {
        story.resource().delete();

        story.awaitThat(() -> {
            assertThat(story.client
                            .apps()
                            .deployments()
                            .inNamespace(story.namespace)
                            .list()
                            .getItems())
                    .isEmpty();
            assertThat(story.client.pods().inNamespace(story.namespace).list().getItems())
                    .isEmpty();
            assertThat(story.client
                            .apps()
                            .controllerRevisions()
                            .inNamespace(story.namespace)
                            .list()
                            .getItems())
                    .isEmpty();
        });
    }

    private static String image(Deployment deployment) {
        return deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getImage();
    }
}
