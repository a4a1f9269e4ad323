package com.nineminds.temporal.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.VaultFormat;
import com.nineminds.temporal.operator.spec.VaultSecret;
import com.nineminds.temporal.operator.spec.VaultSecrets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names and meaning as in {@code agent-inject/agent/annotations.go} of hashicorp/vault-k8s. */
class VaultAnnotationsTest {
    private static final String PREFIX = "vault.hashicorp.com/";
    private static final VaultSecret INTERNAL_API = new VaultSecret(
            "internal-api",
            "secret/data/alga-psa/temporal-worker",
            new TreeMap<>(Map.of("INTERNAL_API_SHARED_SECRET", "internal_api_shared_secret")));
    private static final VaultSecret AUTH_KEY = new VaultSecret(
            "auth-key", "secret/data/alga-psa/shared", new TreeMap<>(Map.of("ALGA_AUTH_KEY", "alga_auth_key")));

    @Test
    void the_export_format_is_the_one_that_shell_entrypoints_source() {
        Map<String, String> annotations = annotations(VaultFormat.export, INTERNAL_API, AUTH_KEY);

        assertThat(annotations)
                .containsEntry(PREFIX + "agent-inject", "true")
                .containsEntry(PREFIX + "role", "temporal-worker")
                .containsEntry(PREFIX + "agent-inject-secret-internal-api", "secret/data/alga-psa/temporal-worker")
                .containsEntry(PREFIX + "agent-inject-template-internal-api", """
                        {{- with secret "secret/data/alga-psa/temporal-worker" -}}
                        export INTERNAL_API_SHARED_SECRET="{{ .Data.data.internal_api_shared_secret }}"
                        {{- end }}
                        """)
                .containsEntry(PREFIX + "agent-inject-secret-auth-key", "secret/data/alga-psa/shared")
                .containsEntry(PREFIX + "agent-inject-template-auth-key", """
                        {{- with secret "secret/data/alga-psa/shared" -}}
                        export ALGA_AUTH_KEY="{{ .Data.data.alga_auth_key }}"
                        {{- end }}
                        """)
                .doesNotContainKey(PREFIX + "agent-inject-file-auth-key");
    }

    @Test
    void a_file_is_named_like_its_variable_and_holds_the_bare_value() {
        assertThat(annotations(VaultFormat.files, INTERNAL_API))
                .contains(
                        entry(PREFIX + "agent-inject-secret-internal-api", "secret/data/alga-psa/temporal-worker"),
                        entry(PREFIX + "agent-inject-file-internal-api", "INTERNAL_API_SHARED_SECRET"),
                        entry(
                                PREFIX + "agent-inject-template-internal-api",
                                "{{- with secret \"secret/data/alga-psa/temporal-worker\" -}}"
                                        + "{{ .Data.data.internal_api_shared_secret }}{{- end -}}"));
    }

    @Test
    void each_key_of_a_secret_has_a_file_of_its_own_even_one_that_is_no_identifier() {
        VaultSecret secret = new VaultSecret(
                "db", "secret/data/db", new TreeMap<>(Map.of("DB_PASSWORD", "password", "DB_REPLICA", "replica-1.pw")));

        assertThat(annotations(VaultFormat.files, secret))
                .contains(
                        entry(PREFIX + "agent-inject-file-db.1", "DB_PASSWORD"),
                        entry(
                                PREFIX + "agent-inject-template-db.1",
                                "{{- with secret \"secret/data/db\" -}}{{ .Data.data.password }}{{- end -}}"),
                        entry(PREFIX + "agent-inject-file-db.2", "DB_REPLICA"),
                        entry(
                                PREFIX + "agent-inject-template-db.2",
                                "{{- with secret \"secret/data/db\" -}}{{ index .Data.data \"replica-1.pw\" }}{{- end -}}"))
                .doesNotContainKey(PREFIX + "agent-inject-secret-db");
    }

    @Test
    void secrets_are_there_before_any_container_of_ours_and_readable_by_its_user() {
        assertThat(annotations(VaultFormat.files, AUTH_KEY))
                .contains(
                        entry(PREFIX + "agent-pre-populate", "true"),
                        entry(PREFIX + "agent-init-first", "true"),
                        entry(PREFIX + "agent-run-as-same-user", "true"),
                        entry(PREFIX + "agent-service-account-token-volume-name", "vault-token"),
                        entry(PREFIX + "error-on-missing-key-auth-key", "true"))
                .containsKeys(
                        PREFIX + "agent-requests-cpu",
                        PREFIX + "agent-requests-mem",
                        PREFIX + "agent-limits-cpu",
                        PREFIX + "agent-limits-mem");
    }

    @Test
    void the_longest_name_with_the_most_keys_still_makes_valid_annotations() {
        SortedMap<String, String> keys = IntStream.range(0, 20)
                .boxed()
                .collect(Collectors.toMap(n -> "VARIABLE_" + n, n -> "key" + n, (a, b) -> a, TreeMap::new));
        VaultSecret longest = new VaultSecret("a".repeat(VaultAnnotations.MAX_SECRET_NAME), "secret/data/a", keys);

        assertThat(annotations(VaultFormat.files, longest).keySet())
                .allMatch(name -> name.matches("vault[.]hashicorp[.]com/[a-z0-9]([-a-z0-9_.]*[a-z0-9])?"))
                .allMatch(name -> name.length() - PREFIX.length() <= 63);
    }

    @Test
    void a_longer_name_is_refused_with_the_remedy() {
        VaultSecret secret = new VaultSecret("a".repeat(39), "secret/data/a", AUTH_KEY.keys());

        assertThatThrownBy(() -> annotations(VaultFormat.files, secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vault.secrets.name")
                .hasMessageContaining("shorten");
    }

    @Test
    void a_worker_with_vault_mounts_no_token_and_no_volume_of_the_injector() {
        Story story = Story.named("example");
        String template = story.revision().podTemplate().toString();

        assertThat(template).doesNotContain("\"vault-secrets\"");
        assertThat(template).contains("\"automountServiceAccountToken\":false");
        assertThat(story.revision()
                        .podTemplate()
                        .at("/spec/containers/0/volumeMounts")
                        .toString())
                .doesNotContain(PodVolumes.VAULT_TOKEN);
    }

    @Test
    void a_worker_without_vault_has_no_trace_of_it() {
        assertThat(Story.named("minimal").revision().podTemplate().toString()).doesNotContainIgnoringCase("vault");
    }

    @Test
    void what_the_schema_refuses_as_ours_is_what_is_rendered() {
        assertThat(annotations(VaultFormat.files, AUTH_KEY).keySet())
                .filteredOn(name -> name.matches(Patterns.INJECTOR_ANNOTATION))
                .contains(PREFIX + "agent-inject", PREFIX + "role", PREFIX + "agent-inject-template-auth-key");
    }

    private static Map<String, String> annotations(VaultFormat format, VaultSecret... secrets) {
        return VaultAnnotations.of(new VaultSecrets("temporal-worker", format, List.of(secrets)));
    }
}
