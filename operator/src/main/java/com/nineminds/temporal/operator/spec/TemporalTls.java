package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.ApiKeySecretSpec;
import com.nineminds.temporal.api.v1alpha1.CaSecretSpec;
import com.nineminds.temporal.api.v1alpha1.ClientCertificateSecretSpec;
import com.nineminds.temporal.api.v1alpha1.Defaults;
import com.nineminds.temporal.api.v1alpha1.TemporalSpec;
import com.nineminds.temporal.api.v1alpha1.TemporalTlsSpec;
import java.util.Objects;
import java.util.Optional;

/**
 * How the worker and the frontend prove to each other who they are; nothing of it is a secret itself.
 *
 * @param serverName name that the frontend's certificate must be for; default: the host of the address
 * @param ca PEM certificates of the authorities; default: those that the image trusts
 * @param clientCertificate Secret with {@code tls.crt} and {@code tls.key}
 * @param apiKey sent with every call
 */
public record TemporalTls(
        Optional<String> serverName,
        Optional<SecretKey> ca,
        Optional<String> clientCertificate,
        Optional<SecretKey> apiKey) {

    /** @return empty for a worker that speaks to the frontend in plain text */
    static Optional<TemporalTls> of(TemporalSpec spec) {
        Optional<TemporalTlsSpec> tls = Optional.ofNullable(spec.tls());
        Optional<ApiKeySecretSpec> apiKey = Optional.ofNullable(spec.apiKeySecretRef());
        if (tls.isEmpty() && apiKey.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TemporalTls(
                tls.map(TemporalTlsSpec::serverName),
                tls.map(TemporalTlsSpec::caSecretRef).map(TemporalTls::authorities),
                tls.map(TemporalTlsSpec::clientCertificateSecretRef).map(ClientCertificateSecretSpec::name),
                apiKey.map(ref -> new SecretKey(ref.name(), ref.key()))));
    }

    private static SecretKey authorities(CaSecretSpec ref) {
        return new SecretKey(ref.name(), Objects.requireNonNullElse(ref.key(), Defaults.CA_KEY));
    }
}
