package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/** One KV v2 secret; {@code keys} maps a variable (file) name to the key inside the secret. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VaultSecretSpec(
        @Required
        @Size(min = 1, max = 38)
        @ValidationRule(value = "self.matches(r'" + Patterns.DNS_LABEL + "')", message = Rules.VAULT_NAME)
        @JsonPropertyDescription("Name of the secret in the pod; part of the injector annotations.")
        String name,

        @Required
        @Size(min = 1, max = 512)
        @ValidationRule(
                value = "self.matches('" + Patterns.VAULT_PATH + "') && !self.contains('..')",
                message = Rules.VAULT_PATH)
        @JsonPropertyDescription("Data path of the secret in a KV version 2 engine, such as secret/data/team/worker.")
        String path,

        @Required
        @Size(max = 20)
        @ValidationRule(value = "self.size() > 0", message = Rules.VAULT_KEYS_EMPTY)
        @ValidationRule(
                value = "self.all(k, k.size() <= 253 && k.matches('" + Patterns.SHELL_VARIABLE
                        + "') && self[k].matches('" + Patterns.VAULT_KEY + "'))",
                message = Rules.VAULT_VARIABLE)
        @ValidationRule(value = "!self.exists(k, " + Cel.KEY_RESERVED + ")", message = Rules.VARIABLE_RESERVED)
        @JsonPropertyDescription("Maps a variable (file) name to a key inside the secret.")
        Map<String, @Size(min = 1, max = 253) String> keys) {}
