package com.nineminds.temporal.operator.resources;

import static com.nineminds.temporal.operator.spec.Specs.effective;
import static com.nineminds.temporal.operator.spec.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.operator.revision.RevisionData;
import com.nineminds.temporal.operator.spec.SpecValidation;
import com.nineminds.temporal.operator.spec.Violation;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
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

        List<EnvVar> env = env(vault);

        assertThat(env)
                .hasSizeGreaterThan(15)
                .extracting(EnvVar::getName)
                .allMatch(name -> name.matches(Patterns.RESERVED_VARIABLE));
    }

    @Test
    void a_user_cannot_write_what_the_fields_towards_temporal_stand_for() {
        String certificates = temporal(
                "tls: {serverName: a.example.com, caSecretRef: {name: a}," + " clientCertificateSecretRef: {name: a}}");
        String apiKey = temporal("apiKeySecretRef: {name: a, key: k}");

        for (String yaml : List.of(certificates, apiKey)) {
            List<String> names = env(yaml).stream()
                    .map(EnvVar::getName)
                    .filter(name -> !name.matches(Patterns.RESERVED_VARIABLE))
                    .toList();
            assertThat(names)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(name -> assertThat(
                                    SpecValidation.validate("orders", spec(yaml + "\nconfig: {" + name + ": mine}")))
                            .contains(new Violation("spec", Rules.VARIABLE_OF_TEMPORAL)));
        }
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
    void certificates_are_read_only_directories_of_the_worker_with_what_it_needs_of_their_secrets() {
        PodSpec pod = pod(temporal("tls: {caSecretRef: {name: authority, key: bundle.pem},"
                        + " clientCertificateSecretRef: {name: orders-temporal}}")
                + "\npodTemplate: {spec: {containers: [{name: proxy, image: 'proxy:1'}]}}");

        assertThat(pod.getVolumes())
                .filteredOn(volume -> volume.getSecret() != null)
                .extracting(volume -> volume.getSecret().getSecretName())
                .containsExactly("authority", "orders-temporal");
        Map<String, String> env = literals(pod);
        for (String file : List.of(
                "TEMPORAL_TLS_SERVER_CA_CERT_PATH", "TEMPORAL_TLS_CLIENT_CERT_PATH", "TEMPORAL_TLS_CLIENT_KEY_PATH")) {
            assertThat(mounted(pod, env.get(file))).as(file).isTrue();
        }
        Container proxy = pod.getContainers().get(1);
        assertThat(proxy.getEnv()).isEmpty();
        assertThat(proxy.getVolumeMounts()).isEmpty();
    }

    /** Whether a volume of a Secret brings this file into the worker's container. */
    private static boolean mounted(PodSpec pod, String file) {
        return pod.getContainers().get(0).getVolumeMounts().stream()
                .filter(mount -> Boolean.TRUE.equals(mount.getReadOnly()) && mount.getSubPath() == null)
                .anyMatch(mount -> pod.getVolumes().stream()
                        .filter(volume -> volume.getName().equals(mount.getName()) && volume.getSecret() != null)
                        .flatMap(volume -> volume.getSecret().getItems().stream())
                        .anyMatch(item -> file.equals(mount.getMountPath() + "/" + item.getPath())));
    }

    @Test
    void an_api_key_is_read_from_its_secret_and_switches_tls_on() {
        List<EnvVar> env = env(temporal("apiKeySecretRef: {name: orders-temporal, key: api-key}"));

        assertThat(env)
                .filteredOn(variable -> variable.getName().equals("TEMPORAL_API_KEY"))
                .singleElement()
                .satisfies(variable -> assertThat(variable.getValueFrom().getSecretKeyRef())
                        .isEqualTo(new SecretKeySelector("api-key", "orders-temporal", null)));
        assertThat(env).extracting(EnvVar::getName).contains("TEMPORAL_TLS");
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

    private static String temporal(String more) {
        return "temporal: {address: 'temporal.example.com:7233', taskQueues: [orders], " + more + "}";
    }

    private static List<EnvVar> env(String yaml) {
        return pod(yaml).getContainers().get(0).getEnv();
    }

    private static Map<String, String> literals(String yaml) {
        return literals(pod(yaml));
    }

    private static Map<String, String> literals(PodSpec pod) {
        return pod.getContainers().get(0).getEnv().stream()
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
