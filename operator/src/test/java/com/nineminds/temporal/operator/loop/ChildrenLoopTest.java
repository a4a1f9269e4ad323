package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import com.nineminds.temporal.api.v1alpha1.ConditionStatus;
import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.loop.wire.Call;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people, tools and accidents do to the children and the status of a worker that serves. */
@LoopLevel
class ChildrenLoopTest {
    private static final WorkerYaml ONE = WorkerYaml.image("one").with("networkPolicy", "{enabled: true}");
    private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

    private Story story;
    private String hash;

    @BeforeEach
    void serveTheFirstRevision() {
        story = Story.serving(ONE);
        hash = story.stable();
    }

    @AfterEach
    void close() {
        story.close();
    }

    @ParameterizedTest
    @EnumSource(Child.class)
    void an_edited_child_is_repaired_and_that_is_told(Child child) {
        Map<String, Object> before = own(child.of(story, hash).get());

        child.edit(story, hash);

        story.awaitThat(() -> assertThat(own(child.of(story, hash).get())).isEqualTo(before));
        story.awaitThat(() -> assertThat(story.kubectl.events("DriftRepaired"))
                .anySatisfy(message -> assertThat(message).contains(child.kind)));
    }

    @ParameterizedTest
    @EnumSource(Child.class)
    void a_deleted_child_comes_back_and_that_is_told(Child child) {
        Map<String, Object> before = own(child.of(story, hash).get());
        String uid = child.of(story, hash).get().getMetadata().getUid();

        child.of(story, hash).delete();

        story.awaitThat(() -> {
            HasMetadata now = child.of(story, hash).get();
            assertThat(now).isNotNull();
            assertThat(now.getMetadata().getUid()).isNotEqualTo(uid);
            assertThat(own(now)).isEqualTo(before);
        });
        story.awaitThat(() -> assertThat(story.kubectl.events("DriftRepaired"))
                .anySatisfy(message -> assertThat(message).contains(child.kind)));
        story.awaitThat(() -> assertThat(story.kubectl.ready(hash)).isEqualTo(4));
    }

    /** Everything but what an API server or a controller fills in anew. */
    private Map<String, Object> own(HasMetadata object) {
        Map<String, Object> content =
                new HashMap<>(story.client.getKubernetesSerialization().convertValue(object, Map.class));
        content.remove("status");
        content.put("metadata", object.getMetadata().getLabels());
        return content;
    }

    @Test
    void a_restart_by_kubectl_is_left_alone_and_told() {
        story.wire().mark();

        story.kubectl
                .deployment(hash)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.STRATEGIC_MERGE)
                                .withFieldManager("kubectl-rollout")
                                .build(),
                        "{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"" + RESTARTED + "\":\"now\"}}}}}");

        story.awaitThat(() -> {
            assertThat(story.kubectl.pods(hash))
                    .hasSize(4)
                    .allSatisfy(pod ->
                            assertThat(pod.getMetadata().getAnnotations()).containsKey(RESTARTED));
            assertThat(story.kubectl.ready(hash)).isEqualTo(4);
        });
        story.awaitThat(() -> assertThat(story.kubectl.events("ForeignPodChange"))
                .singleElement()
                .asString()
                .contains("mail-" + hash, RESTARTED, "kubectl-rollout"));
        assertThat(story.wire().calls(Call.writing("deployments"))).isEmpty();
        assertThat(story.awaitPhase(Phase.Healthy).stable().hash()).isEqualTo(hash);
    }

    @Test
    void a_label_of_a_mesh_is_left_alone_and_nothing_is_written() {
        story.wire().mark();

        story.kubectl.service().edit(service -> {
            service.getMetadata().getLabels().put("mesh.example/injected", "true");
            return service;
        });
        story.nudge();

        Idleness.await(story);
        assertThat(story.kubectl.service().get().getMetadata().getLabels()).containsKey("mesh.example/injected");
        assertThat(story.wire().calls(Call.anyWrite())).isEmpty();
    }

    @Test
    void a_child_that_lost_its_labels_is_found_again() {
        String uid = story.kubectl.service().get().getMetadata().getUid();

        story.kubectl.service().edit(service -> {
            service.getMetadata().setLabels(Map.of());
            return service;
        });

        story.awaitThat(
                () -> assertThat(story.kubectl.service().get().getMetadata().getLabels())
                        .containsEntry("temporal.nineminds.com/worker", "mail"));
        assertThat(story.kubectl.service().get().getMetadata().getUid()).isEqualTo(uid);
    }

    @Test
    void a_network_policy_goes_when_the_spec_no_longer_asks_for_it() {
        story.apply(WorkerYaml.image("one").with("networkPolicy", "{enabled: false}"));

        story.awaitThat(
                () -> assertThat(Child.NETWORK_POLICY.of(story, hash).get()).isNull());
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(hash);
    }

    @Test
    void a_wiped_status_is_rebuilt_without_touching_a_pod() {
        story.apply(WorkerYaml.image("two"));
        String two = story.awaitCurrent(Phase.Healthy).stable().hash();
        story.wire().mark();

        story.resource().subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":null}");

        TemporalWorkerStatus status =
                story.await(each -> assertThat(each.phase()).isEqualTo(Phase.Healthy));
        assertThat(status.stable().hash()).isEqualTo(two);
        assertThat(status.previous().hash()).isEqualTo(hash);
        assertThat(story.wire().calls(Call.anyWrite()))
                .extracting(Call::resource)
                .containsOnly("temporalworkers/status");
    }

    @Test
    void a_service_of_that_name_that_is_not_ours_is_named_and_not_touched() {
        story.stopOperator();
        story.kubectl.service().delete();
        story.client.resource("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: mail, labels: {owner: someone-else}}
                        spec: {ports: [{port: 80}]}
                        """).inNamespace(story.namespace).create();

        story.startOperator();

        TemporalWorkerStatus status =
                story.await(each -> assertThat(each.conditions()).anySatisfy(condition -> {
                    assertThat(condition.reason()).isEqualTo("NameConflict");
                    assertThat(condition.message()).contains("Service mail");
                }));
        assertThat(status.stable().hash()).isEqualTo(hash);
        assertThat(story.kubectl.service().get().getMetadata().getLabels())
                .containsExactly(Map.entry("owner", "someone-else"));
    }

    /** As after {@code kubectl replace --force}, while the garbage collector is not done yet. */
    @Test
    void what_is_left_of_a_deleted_worker_of_that_name_is_waited_for() {
        story.stopOperator();
        story.kubectl.service().delete();
        story.client.resource("""
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: mail
                          finalizers: [example.com/slow]
                          labels:
                            app.kubernetes.io/managed-by: temporal-worker-operator
                            temporal.nineminds.com/worker: mail
                          ownerReferences:
                          - {apiVersion: temporal.nineminds.com/v1alpha1, kind: TemporalWorker, name: mail, uid: gone, controller: true}
                        spec: {ports: [{port: 80}]}
                        """).inNamespace(story.namespace).create();

        story.startOperator();
        story.annotate("abort", hash + "#1");
        story.awaitThat(() -> assertThat(story.kubectl.events("VerbStale")).hasSize(1));
        story.annotate("abort", hash + "#2");
        story.awaitThat(() -> assertThat(story.kubectl.events("VerbStale")).hasSize(2));

        assertThat(story.status().conditions())
                .extracting(ConditionStatus::reason)
                .doesNotContain("NameConflict");
        story.kubectl.service().delete();
        story.kubectl.service().patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
        String uid = story.resource().get().getMetadata().getUid();
        story.awaitThat(() -> assertThat(story.kubectl.service().get())
                .isNotNull()
                .extracting(service -> service.getMetadata().getOwnerReferences(), list(OwnerReference.class))
                .extracting(OwnerReference::getUid)
                .containsExactly(uid));
    }

    @Test
    void deleting_the_worker_deletes_everything_it_had() {
        story.resource().delete();

        story.awaitThat(() -> {
            for (Child child : Child.values()) {
                assertThat(child.of(story, hash).get()).as(child.kind).isNull();
            }
            assertThat(story.kubectl.records()).isEmpty();
            assertThat(story.client.pods().inNamespace(story.namespace).list().getItems())
                    .isEmpty();
        });
    }
}
