package com.nineminds.temporal.operator.spec;

import static com.nineminds.temporal.operator.spec.Specs.effective;
import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Profile;
import com.nineminds.temporal.api.v1alpha1.VaultFormat;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveSpecTest {
    @Test
    void a_spec_with_the_required_fields_only_is_fit_for_production() {
        EffectiveSpec spec = effective("");

        assertThat(EffectiveSpec.DEFAULTS_VERSION)
                .as("raise it together with a change of what follows")
                .isEqualTo(1);
        assertThat(spec.scaling()).isEqualTo(new Scaling.Autoscaled(2, 10, 70, 80));
        assertThat(spec.minAvailable()).isEqualTo(new IntOrString(1));
        assertThat(spec.networkPolicy()).isEmpty();
        WorkerPod pod = spec.pod();
        assertThat(pod.temporal())
                .isEqualTo(new TemporalTarget(
                        "temporal.example.com:7233", "default", List.of("orders"), Optional.empty()));
        assertThat(pod.settings().profile()).isEqualTo(Profile.production);
        assertThat(pod.settings().config()).isEmpty();
        assertThat(pod.vault()).isEmpty();
        assertThat(pod.resources().requests()).isEqualTo(Map.of("cpu", "200m", "memory", "512Mi"));
        assertThat(pod.resources().limits()).isEqualTo(Map.of("cpu", "1", "memory", "1Gi"));
        assertThat(pod.healthPort()).isEqualTo(8080);
        assertThat(pod.shutdown()).isEqualTo(new Shutdown(Duration.ofSeconds(45), Duration.ofSeconds(60)));
        assertThat(pod.serviceAccountName()).isEqualTo("orders");
        assertThat(pod.overrides()).isEmpty();
    }

    @Test
    void a_vault_block_without_a_format_writes_files() {
        EffectiveSpec spec = effective("vault: {role: r, secrets: [{name: a, path: secret/data/a, keys: {A: a}}]}");

        assertThat(spec.pod().vault().orElseThrow().format()).isEqualTo(VaultFormat.files);
    }

    @Test
    void an_api_key_comes_with_tls_and_a_ca_secret_without_a_key_has_the_usual_one() {
        EffectiveSpec spec = effective(
                temporal("tls: {caSecretRef: {name: authority}}, apiKeySecretRef: {name: temporal, key: api-key}"));
        EffectiveSpec alone = effective(temporal("apiKeySecretRef: {name: temporal, key: api-key}"));

        assertThat(spec.pod().temporal().tls())
                .contains(new TemporalTls(
                        Optional.empty(),
                        Optional.of(new SecretKey("authority", "ca.crt")),
                        Optional.empty(),
                        Optional.of(new SecretKey("temporal", "api-key"))));
        assertThat(alone.pod().temporal().tls()).isPresent();
        assertThat(effective(temporal("tls: {}")).pod().temporal().tls()).isPresent();
    }

    @Test
    void a_partly_written_autoscaling_block_keeps_the_other_defaults() {
        EffectiveSpec spec = effective("scaling: {autoscaling: {maxReplicas: 20}}");

        assertThat(spec.scaling()).isEqualTo(new Scaling.Autoscaled(2, 20, 70, 80));
    }

    @Test
    void fixed_scaling_has_no_bounds_but_one() {
        EffectiveSpec spec = effective("scaling: {replicas: 3}");

        assertThat(spec.scaling()).isEqualTo(new Scaling.Fixed(3));
        assertThat(spec.scaling().min()).isEqualTo(spec.scaling().max()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"45s, 60", "10s, 60", "46s, 61", "2m, 135", "1h30m, 5415"})
    void without_a_grace_period_the_pod_gets_one_that_covers_its_drain(String drain, long grace) {
        EffectiveSpec spec = effective("drain: {timeout: " + drain + "}");

        assertThat(spec.pod().shutdown().grace()).hasSeconds(grace);
    }

    @Test
    void a_written_grace_period_is_kept() {
        EffectiveSpec spec = effective("terminationGracePeriodSeconds: 300");

        assertThat(spec.pod().shutdown().grace()).hasSeconds(300);
    }

    @Test
    void written_resources_replace_the_default_ones_but_an_autoscaler_always_finds_a_request_or_limit() {
        EffectiveSpec spec = effective("resources: {limits: {memory: 2048Mi}}");

        assertThat(spec.pod().resources().limits()).isEqualTo(Map.of("memory", "2Gi"));
        assertThat(spec.pod().resources().requests()).isEqualTo(Map.of("cpu", "200m"));
    }

    @Test
    void a_disabled_network_policy_is_none() {
        EffectiveSpec spec = effective("networkPolicy: {enabled: false}");

        assertThat(spec.networkPolicy()).isEmpty();
    }

    private static String temporal(String more) {
        return "temporal: {address: 'temporal.example.com:7233', taskQueues: [orders], " + more + "}";
    }
}
