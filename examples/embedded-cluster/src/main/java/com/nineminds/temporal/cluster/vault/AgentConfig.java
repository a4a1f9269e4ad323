package com.nineminds.temporal.cluster.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.objects.GoDuration;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * The agent's configuration, as the injector hands it to the agent in the variable {@code VAULT_CONFIG}: JSON in Base64, here with
 * those fields alone that the agent of this package reads.
 *
 * @param exitAfterAuth whether the agent ends once all files are written: the init container
 * @param renderInterval after which the files are written again
 */
record AgentConfig(boolean exitAfterAuth, Duration renderInterval, List<SecretFile> templates) {
    static final String VARIABLE = "VAULT_CONFIG";
    static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);

    private static final String DESTINATION = "destination";
    private static final String INTERVAL = "static_secret_render_interval";

    AgentConfig {
        templates = List.copyOf(templates);
    }

    String encode() {
        ObjectNode config = Json.object().put("exit_after_auth", exitAfterAuth);
        config.putObject("template_config")
                .put("exit_on_retry_failure", true)
                .put(INTERVAL, GoDuration.format(renderInterval));
        var array = config.putArray("template");
        for (SecretFile file : templates) {
            array.addObject()
                    .put(DESTINATION, file.destination())
                    .put("contents", file.contents())
                    .put("perms", file.permissions())
                    .put("error_on_missing_key", file.errorOnMissingKey());
        }
        return Base64.getEncoder().encodeToString(Json.bytes(config));
    }

    /** @throws IllegalArgumentException when the text is not such a configuration */
    static AgentConfig decode(String text) {
        try {
            var config = Json.MAPPER.readTree(Base64.getDecoder().decode(text));
            return new AgentConfig(
                    config.path("exit_after_auth").asBoolean(),
                    GoDuration.parse(Json.text(config, "template_config", INTERVAL))
                            .orElse(DEFAULT_INTERVAL),
                    Json.objects(config, "template").stream()
                            .map(AgentConfig::file)
                            .toList());
        } catch (IOException malformed) {
            throw new IllegalArgumentException(VARIABLE + " is not JSON", malformed);
        }
    }

    private static SecretFile file(ObjectNode template) {
        return new SecretFile(
                Json.text(template, DESTINATION),
                Json.text(template, "contents"),
                Json.text(template, "perms"),
                template.path("error_on_missing_key").asBoolean());
    }
}
