package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A Secret as of type {@code kubernetes.io/tls}. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientCertificateSecretSpec(
        @Required
        @Size(min = 1, max = 253)
        @ValidationRule(value = "self.matches(r'" + Patterns.DNS_SUBDOMAIN + "')", message = Rules.TLS_CLIENT_NAME)
        @JsonPropertyDescription("Name of the Secret with tls.crt and tls.key, in the worker's namespace.")
        String name) {}
