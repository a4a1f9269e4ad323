package com.nineminds.temporal.operator.revision;

import static com.nineminds.temporal.operator.spec.Specs.effective;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes of whole specs are pinned by the golden stories; these tests say what may and what must not change one. */
class RevisionHashTest {
    private static final String VAULT = "vault: {role: r, secrets: [%s]}";
    private static final String SECRET_A = "{name: a, path: secret/data/a, keys: {A1: k1, A2: k2}}";
    private static final String SECRET_B = "{name: b, path: secret/data/b, keys: {B: k}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scaling: {replicas: 7}",
                "scaling: {autoscaling: {maxReplicas: 99}}",
                "disruption: {minAvailable: 50%}",
                "networkPolicy: {enabled: true}",
                "rollout: {strategy: AllAtOnce, paused: true, bake: 1h}",
            })
    void what_is_no_property_of_a_pod_makes_no_revision(String yaml) {
        assertThat(hash(yaml)).isEqualTo(hash(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serviceAccountName: orders",
                "profile: production",
                "health: {port: 8080}",
                "drain: {timeout: 0m45s}",
                "terminationGracePeriodSeconds: 60",
                "resources: {requests: {memory: 0.5Gi, cpu: 0.2}, limits: {cpu: 1000m, memory: 1024Mi}}",
                "imagePullSecrets: []",
                "config: {}",
                "env: []",
                "podTemplate: {}",
            })
    void a_default_written_out_makes_no_revision(String yaml) {
        assertThat(hash(yaml)).isEqualTo(hash(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: other:1",
                "imagePullSecrets: [a]",
                "temporal: {address: 'other:7233', taskQueues: [orders]}",
                "temporal: {address: 'temporal.example.com:7233', namespace: other, taskQueues: [orders]}",
                "temporal: {address: 'temporal.example.com:7233', taskQueues: [orders, more]}",
                "temporal: {address: 'temporal.example.com:7233', taskQueues: [orders], tls: {}}",
                "temporal: {address: 'temporal.example.com:7233', taskQueues: [orders], apiKeySecretRef: {name: s, key: k}}",
                "config: {LOG_LEVEL: info}",
                "env: [{name: A, value: b}]",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]",
                "env: [{name: A, valueFrom: {configMapKeyRef: {name: c, key: k, optional: true}}}]",
                "env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name, apiVersion: v2}}}]",
                "env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, containerName: worker, divisor: 1m}}}]",
                "resources: {claims: [{name: gpu}]}",
                "resources: {claims: [{name: gpu, request: half}]}",
                "vault: {role: r, secrets: [{name: a, path: secret/data/a, keys: {A: a}}]}",
                "resources: {limits: {cpu: 2}}",
                "health: {port: 9090}",
                "profile: development",
                "drain: {timeout: 30s}",
                "terminationGracePeriodSeconds: 61",
                "podTemplate: {spec: {priorityClassName: high}}",
                "serviceAccountName: other",
            })
    void what_is_a_property_of_a_pod_makes_a_revision(String yaml) {
        assertThat(hash(yaml)).isNotEqualTo(hash(""));
    }

    @Test
    void what_a_variable_or_a_claim_says_by_default_makes_no_revision() {
        assertThat(hash("env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name, apiVersion: v1}}}]"))
                .isEqualTo(hash("env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]"));
        assertThat(hash("env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k, optional: false}}}]"))
                .isEqualTo(hash("env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]"));
        assertThat(hash("resources: {claims: []}")).isEqualTo(hash("resources: {}"));
    }

    @Test
    void each_name_towards_temporal_makes_a_revision_and_the_usual_key_written_out_makes_none() {
        List<String> hashes = List.of(
                hash(tls("{}")),
                hash(tls("{serverName: a.example.com}")),
                hash(tls("{caSecretRef: {name: a}}")),
                hash(tls("{caSecretRef: {name: b}}")),
                hash(tls("{caSecretRef: {name: a, key: bundle.pem}}")),
                hash(tls("{clientCertificateSecretRef: {name: a}}")),
                hash(tls("{}, apiKeySecretRef: {name: a, key: k}")),
                hash(tls("{}, apiKeySecretRef: {name: a, key: l}")));

        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(hash(tls("{caSecretRef: {name: a, key: ca.crt}}"))).isEqualTo(hash(tls("{caSecretRef: {name: a}}")));
        assertThat(hash("temporal: {address: 'temporal.example.com:7233', taskQueues: [orders],"
                        + " apiKeySecretRef: {name: a, key: k}}"))
                .as("TLS comes with an API key")
                .isEqualTo(hash(tls("{}, apiKeySecretRef: {name: a, key: k}")));
    }

    private static String tls(String value) {
        return "temporal: {address: 'temporal.example.com:7233', taskQueues: [orders], tls: " + value + "}";
    }

    @Test
    void the_order_of_what_has_none_makes_no_revision() {
        assertThat(hash("config: {A: '1', B: '2'}\npodTemplate: {spec: {x: 1, y: 2}}"))
                .isEqualTo(hash("podTemplate: {spec: {y: 2, x: 1}}\nconfig: {B: '2', A: '1'}"));
        assertThat(hash(VAULT.formatted(SECRET_A + ", " + SECRET_B)))
                .isEqualTo(hash(VAULT.formatted(SECRET_B + ", " + SECRET_A)));
    }

    @Test
    void the_order_of_variables_makes_a_revision_because_one_may_refer_to_another() {
        assertThat(hash("env: [{name: A, value: '1'}, {name: B, value: $(A)}]"))
                .isNotEqualTo(hash("env: [{name: B, value: $(A)}, {name: A, value: '1'}]"));
    }

    @Test
    void values_that_look_alike_at_the_seams_are_told_apart() {
        List<String> hashes = List.of(
                hash("config: {A: ''}"),
                hash("config: {A: 'null'}"),
                hash("config: {A: '\"'}"),
                hash("env: [{name: A, value: ''}]"),
                hash("podTemplate: {spec: {nodeSelector: null}}"),
                hash("podTemplate: {spec: {nodeSelector: {}}}"));

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void a_hash_is_a_dns_label_that_yaml_never_takes_for_a_number_or_word() {
        List<String> hashes = IntStream.range(0, 5_000)
                .mapToObj(number -> RevisionHash.of(JsonNodeFactory.instance.numberNode(number)))
                .toList();

        assertThat(hashes)
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[bcdfghjklmnpqrstvwxz][bcdfghjklmnpqrstvwxz2456789]{9}"));
    }

    @Test
    void the_algorithm_is_pinned() {
        JsonNode inputs = JsonNodeFactory.instance.objectNode().put("image", "registry.example.com/a:1");

        // printf 'v1:{"image":"registry.example.com/a:1"}' | sha256sum, then base 20 once and base 27 nine times.
        assertThat(RevisionHash.of(inputs)).isEqualTo("cf84vb7xxp");
    }

    private static String hash(String yaml) {
        return RevisionHash.of(RevisionInputs.of(effective(yaml)));
    }
}
