package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** PEM certificates of authorities in a Secret. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaSecretSpec(
        @Required
        @Size(min = 1, max = 253)
        @ValidationRule(value = "self.matches(r'" + Patterns.DNS_SUBDOMAIN + "')", message = Rules.TLS_CA_NAME)
        @JsonPropertyDescription("Name of the Secret, in the worker's namespace.")
        String name,

        @Default(Defaults.CA_KEY)
        @Size(min = 1, max = 253)
        @ValidationRule(value = "self.matches(r'" + Patterns.SECRET_KEY + "')", message = Rules.TLS_CA_KEY)
        @JsonPropertyDescription("Key that holds the certificates, in PEM.")
        @Nullable
        String key) {}
