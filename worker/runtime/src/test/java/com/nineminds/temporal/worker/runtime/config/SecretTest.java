package com.nineminds.temporal.worker.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    private Path directory;

    @Test
    void a_file_is_read_again_so_a_rotated_secret_is_in_force_at_once() throws IOException {
        Path file = Files.writeString(directory.resolve("RESEND_API_KEY"), "first-key\n");
        Secret secret = reader(Map.of()).secret("RESEND_API_KEY", SecretRule.any());
        assertThat(secret.reveal()).isEqualTo("first-key");

        Files.writeString(file, "second-key");
        assertThat(secret.reveal()).isEqualTo("second-key");

        Files.delete(file);
        assertThat(secret.reveal()).isEqualTo("second-key");
    }

    @Test
    void the_environment_comes_before_files_and_a_lower_case_file_will_do() throws IOException {
        Files.writeString(directory.resolve("alga_auth_key"), "from-file");

        assertThat(reader(Map.of()).secret("ALGA_AUTH_KEY", SecretRule.any()).reveal())
                .isEqualTo("from-file");
        assertThat(reader(Map.of("ALGA_AUTH_KEY", "from-environment"))
                        .secret("ALGA_AUTH_KEY", SecretRule.any())
                        .reveal())
                .isEqualTo("from-environment");
    }

    @Test
    void missing_short_and_placeholder_secrets_are_all_told_without_their_values() throws IOException {
        Files.writeString(directory.resolve("SHORT"), "tiny-value");
        Files.writeString(directory.resolve("PLACEHOLDER"), "change-me-in-production");
        SettingsReader reader = reader(Map.of());
        reader.secret("SHORT", SecretRule.atLeast(32));
        reader.secret("PLACEHOLDER", SecretRule.any());
        reader.secret("MISSING", SecretRule.any());
        assertThat(reader.optionalSecret("OPTIONAL", SecretRule.any())).isEmpty();

        assertThatThrownBy(reader::finish)
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("SHORT has fewer than 32 characters")
                .hasMessageContaining("PLACEHOLDER is a well-known placeholder")
                .hasMessageContaining("MISSING is not set")
                .hasMessageNotContaining("tiny-value")
                .hasMessageNotContaining("change-me");
    }

    @Test
    void it_is_never_printed_and_logs_leave_it_out_as_text_and_as_json() {
        SettingsReader reader = reader(Map.of("API_KEY", "ab\"cd\\ef"));
        Secret secret = reader.secret("API_KEY", SecretRule.any());

        assertThat(secret).hasToString("API_KEY=***");
        assertThat(reader.secrets().redaction().apply("x ab\"cd\\ef y ab\\\"cd\\\\ef z"))
                .isEqualTo("x *** y *** z");
    }

    private SettingsReader reader(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("SECRETS_DIR", directory.toString());
        return new SettingsReader(all);
    }
}
