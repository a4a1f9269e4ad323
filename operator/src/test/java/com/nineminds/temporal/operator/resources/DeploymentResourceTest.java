package com.nineminds.temporal.operator.resources;

import static com.nineminds.temporal.operator.spec.Specs.effective;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.operator.revision.RevisionData;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeploymentResourceTest {
    private static final WorkerRef WORKER = new WorkerRef("shop", "orders", "uid");

    @Test
    void replicas_are_never_applied_because_they_belong_to_another_manager() {
        assertThat(deployment("").getSpec().getReplicas()).isNull();
        assertThat(deployment("scaling: {replicas: 3}").getSpec().getReplicas()).isNull();
    }

    @Test
    void the_recorded_template_is_applied_even_if_this_version_would_render_another() {
        RevisionData today = RevisionRenderer.render(WORKER, effective(""));
        ObjectNode template = today.podTemplate().deepCopy();
        ((ObjectNode) template.get("spec")).put("schedulerName", "of-an-older-operator");
        RevisionData recorded = new RevisionData(today.inputs(), template, 0);

        Deployment deployment = DeploymentResource.desired(WORKER, "bcdfg24567", recorded);

        assertThat(deployment.getSpec().getTemplate().getSpec().getSchedulerName())
                .isEqualTo("of-an-older-operator");
        assertThat(deployment.getMetadata().getName()).isEqualTo("orders-bcdfg24567");
    }

    @Test
    void pods_match_the_selector_of_their_own_revision_only() {
        Deployment deployment = deployment("");
        String hash = deployment.getMetadata().getLabels().get(Labels.REVISION);

        assertThat(deployment.getSpec().getSelector().getMatchLabels())
                .isEqualTo(Map.of(Labels.WORKER, "orders", Labels.REVISION, hash));
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
    }

    @Test
    void a_user_cannot_write_a_variable_that_the_operator_sets() {
        String vault = "vault: {role: r, secrets: [{name: a, path: secret/data/a, keys: {A: a}}]}";

        List<EnvVar> env = pod(vault).getContainers().get(0).getEnv();

        assertThat(env)
                .hasSizeGreaterThan(15)
                .extracting(EnvVar::getName)
                .allMatch(name -> name.matches(Patterns.RESERVED_VARIABLE));
    }

    @Test
    void a_user_variable_can_refer_to_those_of_the_operator() {
        List<String> names = pod("env: [{name: WHO, value: $(POD_NAME)}]").getContainers().get(0).getEnv().stream()
                .map(EnvVar::getName)
                .collect(Collectors.toList());

        assertThat(names.indexOf("WHO")).isGreaterThan(names.indexOf("POD_NAME"));
    }

    @Test
    void all_task_queues_are_told_and_the_first_to_workers_that_know_one_only() {
        Map<String, String> env =
                literals("temporal: {address: 'temporal.example.com:7233', taskQueues: [orders, refunds]}");

        assertThat(env)
                .containsEntry("TEMPORAL_TASK_QUEUES", "orders,refunds")
                .containsEntry("TEMPORAL_TASK_QUEUE", "orders");
    }

    @Test
    void the_health_port_has_one_source() {
        PodSpec pod = pod("health: {port: 9191}");

        assertThat(literals("health: {port: 9191}")).containsEntry("HEALTH_CHECK_PORT", "9191");
        assertThat(pod.getContainers().get(0).getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getContainerPort()).isEqualTo(9191);
            assertThat(port.getName()).isEqualTo("health");
        });
        assertThat(pod.getContainers()
                        .get(0)
                        .getReadinessProbe()
                        .getHttpGet()
                        .getPort()
                        .getStrVal())
                .isEqualTo("health");
    }

    private static Map<String, String> literals(String yaml) {
        return pod(yaml).getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    private static PodSpec pod(String yaml) {
        return deployment(yaml).getSpec().getTemplate().getSpec();
    }

    private static Deployment deployment(String yaml) {
        RevisionData revision = RevisionRenderer.render(WORKER, effective(yaml));
        return DeploymentResource.desired(WORKER, revision.hash(), revision);
    }
}
