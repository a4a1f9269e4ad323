package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How the frontend proves who it is, and the worker to the frontend. Being there means TLS, even when it says nothing. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemporalTlsSpec(
        @Size(min = 1, max = 253)
        @ValidationRule(value = "self.matches(r'" + Patterns.HOST + "')", message = Rules.TLS_SERVER_NAME)
        @JsonPropertyDescription(
                "Name that the frontend's certificate must be for. Default: the host of temporal.address.")
        @Nullable
        String serverName,

        @JsonPropertyDescription(
                "Certificates of the authorities that the frontend's certificate may come from. Default: those that the image trusts.")
        @Nullable
        CaSecretSpec caSecretRef,

        @JsonPropertyDescription("Certificate and key with which the worker proves who it is. Default: none.") @Nullable
        ClientCertificateSecretSpec clientCertificateSecretRef) {}
