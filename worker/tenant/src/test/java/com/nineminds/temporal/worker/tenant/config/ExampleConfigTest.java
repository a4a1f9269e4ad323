package com.nineminds.temporal.worker.tenant.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.nineminds.temporal.worker.runtime.config.SettingsReader;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code examples/temporal-worker.yaml}, which users copy, gives this worker all that it asks for in production. */
class ExampleConfigTest {
    private static final Path FILE = Path.of("../../examples/temporal-worker.yaml");
    private static final String SECRET = "made-up-value-of-more-than-32-characters";

    @Test
    void the_example_is_a_production_configuration_once_its_secrets_exist() throws IOException {
        JsonNode spec = new YAMLMapper().readTree(FILE.toFile()).get("spec");

        var settings = new SettingsReader(environment(spec), Map.of());
        TenantConfig config = TenantConfig.read(settings, WorkerConfig.read(settings));
        settings.finish();

        assertThat(config.showPassword()).isFalse();
        assertThat(config.email().provider()).isEqualTo(EmailConfig.Provider.RESEND);
    }

    private static Map<String, String> environment(JsonNode spec) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TEMPORAL_WORKER_PROFILE", spec.get("profile").asText());
        environment.put("TEMPORAL_ADDRESS", spec.at("/temporal/address").asText());
        environment.put("TEMPORAL_TASK_QUEUE", spec.at("/temporal/taskQueues/0").asText());
        spec.get("config")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        spec.get("env").forEach(variable -> environment.put(variable.get("name").asText(), SECRET));
        spec.at("/vault/secrets")
                .forEach(secret ->
                        secret.get("keys").fieldNames().forEachRemaining(key -> environment.put(key, SECRET)));
        return environment;
    }
}
