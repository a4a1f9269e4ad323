package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Secrets that the Vault agent injector writes into the pod. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VaultSpec(
        @Required
        @Size(min = 1, max = 128)
        @ValidationRule(value = "self.matches(r'" + Patterns.VAULT_ROLE + "')", message = Rules.VAULT_ROLE)
        @JsonPropertyDescription("Role of the Vault Kubernetes auth method.")
        String role,

        @Default(Defaults.VAULT_FORMAT)
        @JsonPropertyDescription(
                "files: one file per variable, read by the worker. export: one shell file per secret, for entrypoints that source it.")
        @Nullable
        VaultFormat format,

        @Required
        @Size(max = 20)
        @ValidationRule(value = "self.size() > 0", message = Rules.VAULT_SECRETS_EMPTY)
        @ValidationRule(value = "self.all(s, self.exists_one(o, o.name == s.name))", message = Rules.VAULT_NAMES_UNIQUE)
        @ValidationRule(
                value = "self.all(s, s.keys.all(k, self.exists_one(o, k in o.keys)))",
                message = Rules.VAULT_VARIABLES_UNIQUE)
        @JsonPropertyDescription("The secrets to inject.")
        List<VaultSecretSpec> secrets) {}
