package com.nineminds.temporal.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.apply.ForeignFields;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.history.ControllerRevisions;
import com.nineminds.temporal.operator.resources.RevisionRenderer;
import com.nineminds.temporal.operator.resources.WorkerRef;
import com.nineminds.temporal.operator.revision.RevisionData;
import com.nineminds.temporal.operator.spec.Specs;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrimmedStoreTest {
    private static final WorkerRef WORKER = new WorkerRef("msp", "mail", "uid");
    private static final String METADATA = """
            metadata:
              namespace: msp
              name: mail
              resourceVersion: "7"
              labels: {team: a}
              managedFields:
              - {manager: temporal-worker-operator, operation: Apply, fieldsV1: {f:spec: {f:template: {f:spec: {f:nodeName: {}}}}}}
              - {manager: kube-controller-manager, operation: Update, subresource: status, fieldsV1: {f:status: {f:replicas: {}}}}
              - {manager: kubectl-rollout, operation: Update, fieldsV1: {f:spec: {f:template: {f:metadata: {f:annotations: {f:restartedAt: {}}}}}}}
            """;

    @Test
    void of_a_pod_all_is_kept_but_its_spec_and_who_owns_what() {
        Pod pod = kept("kind: Pod\n" + METADATA + "spec: {nodeName: a}\nstatus: {phase: Running}\n", Pod.class);

        assertThat(pod.getSpec()).isNull();
        assertThat(pod.getMetadata().getManagedFields()).isEmpty();
        assertThat(pod.getMetadata().getLabels()).containsEntry("team", "a");
        assertThat(pod.getMetadata().getResourceVersion()).isEqualTo("7");
        assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
    }

    @Test
    void of_a_deployment_is_kept_what_others_own_of_its_pod_template() {
        Deployment deployment = kept("kind: Deployment\n" + METADATA + "spec: {replicas: 3}\n", Deployment.class);

        assertThat(deployment.getSpec().getReplicas()).isEqualTo(3);
        assertThat(deployment.getMetadata().getManagedFields()).hasSize(1);
        assertThat(ForeignFields.inPodTemplate(deployment))
                .extracting(ForeignFields.Owned::text)
                .containsExactly("metadata.annotations.restartedAt (kubectl-rollout)");
    }

    @Test
    void of_a_revision_everything_can_be_read_again() {
        RevisionData data = RevisionRenderer.render(WORKER, Specs.effective("config: {GREETING: 'grüß \"Gott\"'}"));
        RevisionState state = RevisionState.unknown(data.hash(), 1);
        ControllerRevision written = ControllerRevisions.write(WORKER, state, data);

        ControllerRevision kept = kept(Serialization.asYaml(written), ControllerRevision.class);

        assertThat(kept.getData()).isInstanceOf(String.class);
        assertThat(ControllerRevisions.read(List.of(kept))).isEqualTo(ControllerRevisions.read(List.of(written)));
        assertThat(ControllerRevisions.read(List.of(kept)).data(data.hash())).contains(data);
    }

    @Test
    void of_everything_else_all_is_kept_but_who_owns_what() {
        ConfigMap config = kept("kind: ConfigMap\n" + METADATA + "data: {A: b}\n", ConfigMap.class);

        assertThat(config.getMetadata().getManagedFields()).isEmpty();
        assertThat(config.getData()).containsEntry("A", "b");
    }

    private static <R extends HasMetadata> R kept(String yaml, Class<R> kind) {
        TrimmedStore<R> store = new TrimmedStore<>();
        R object = Serialization.unmarshal(yaml, kind);
        store.put(store.getKey(object), object);
        return store.get(store.getKey(object));
    }
}
