package com.nineminds.temporal.api.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nineminds.temporal.api.v1alpha1.Rules;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.autoscaling.v1.ScaleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real API server makes of the definition. An ambient KUBECONFIG is never used: it may be production. */
@EnabledIfEnvironmentVariable(
        named = "TEST_KUBECONFIG",
        matches = ".+",
        disabledReason = "AdmissionTest skipped: TEST_KUBECONFIG names no API server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionTest {
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(
                    Path.of(System.getenv("TEST_KUBECONFIG")).toFile()))
            .build();

    private AdmissionProbe probe;

    @BeforeAll
    void applyDefinition() {
        probe = AdmissionProbe.prepare(client, "admission");
    }

    @AfterAll
    void close() {
        client.namespaces().withName("admission").delete();
        client.close();
    }

    static List<AdmissionCase> cases() {
        return AdmissionCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_server_takes_or_refuses(AdmissionCase testCase) {
        probe.verify(testCase);
    }

    @Test
    void a_worker_near_every_bound_stays_within_the_cost_budget() {
        assertThat(probe.create(LargestWorker.yaml()).at("/spec/env")).hasSize(100);
    }

    @Test
    void only_defaults_that_stand_alone_are_filled_in() {
        var spec = probe.create("""
                apiVersion: temporal.nineminds.com/v1alpha1
                kind: TemporalWorker
                metadata: {name: worker}
                spec:
                  image: worker:1
                  temporal: {address: "temporal.example.com:7233", taskQueues: [orders]}
                  rollout: {strategy: AllAtOnce}
                """).get("spec");

        assertThat(spec.get("profile").asText()).isEqualTo("production");
        assertThat(spec.at("/temporal/namespace").asText()).isEqualTo("default");
        assertThat(spec.at("/rollout/bake").asText()).isEqualTo("10m");
        assertThat(spec.at("/rollout/steps").isMissingNode()).isTrue();
        assertThat(spec.has("scaling")).isFalse();
        assertThat(spec.has("terminationGracePeriodSeconds")).isFalse();
    }

    @Test
    void a_fixed_worker_is_scaled_through_its_scale_but_never_to_zero() {
        var worker = resource("fixed", "{replicas: 2}");
        client.resource(worker).create();
        try {
            client.resource(worker).scale(5);
            assertThat(client.resource(worker)
                            .get()
                            .get("spec", "scaling", "replicas")
                            .toString())
                    .isEqualTo("5");
            assertThatThrownBy(() -> client.resource(worker).scale(0))
                    .hasMessageContaining("greater than or equal to 1");
        } finally {
            client.resource(worker).delete();
        }
    }

    @Test
    void nobody_scales_a_worker_that_the_operator_autoscales() {
        var worker = resource("automatic", "{autoscaling: {minReplicas: 2}}");
        client.resource(worker).create();
        try {
            var scale = "/apis/temporal.nineminds.com/v1alpha1/namespaces/admission/temporalworkers/automatic/scale";
            var wish = new ScaleBuilder()
                    .withNewMetadata()
                    .withName("automatic")
                    .withNamespace("admission")
                    .endMetadata()
                    .withNewSpec()
                    .withReplicas(5)
                    .endSpec()
                    .build();
            assertThatThrownBy(() -> client.raw(scale, "PUT", wish)).hasMessageContaining(Rules.SCALING_MODES);
        } finally {
            client.resource(worker).delete();
        }
    }

    private GenericKubernetesResource resource(String name, String scaling) {
        return client.getKubernetesSerialization()
                .unmarshal("""
                        apiVersion: temporal.nineminds.com/v1alpha1
                        kind: TemporalWorker
                        metadata: {name: %s, namespace: admission}
                        spec:
                          image: worker:1
                          temporal: {address: "temporal.example.com:7233", taskQueues: [orders]}
                          scaling: %s
                        """.formatted(name, scaling), GenericKubernetesResource.class);
    }
}
