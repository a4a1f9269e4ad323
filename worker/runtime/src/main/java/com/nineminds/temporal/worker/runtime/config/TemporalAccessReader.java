package com.nineminds.temporal.worker.runtime.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Turns settings into a {@link TemporalAccess}. Names and meanings are those that Temporal's SDKs and CLI have. */
final class TemporalAccessReader {

    private static final String TLS = "TEMPORAL_TLS";
    private static final String SERVER_NAME = "TEMPORAL_TLS_SERVER_NAME";
    private static final String AUTHORITIES = "TEMPORAL_TLS_SERVER_CA_CERT";
    private static final String CERTIFICATE = "TEMPORAL_TLS_CLIENT_CERT";
    private static final String KEY = "TEMPORAL_TLS_CLIENT_KEY";
    private static final String NO_HOST_VERIFICATION = "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION";

    private final SettingsReader settings;

    TemporalAccessReader(SettingsReader settings) {
        this.settings = settings;
    }

    TemporalAccess read() {
        Optional<Secret> apiKey = settings.optionalSecret("TEMPORAL_API_KEY", SecretRule.any());
        apiKey.ifPresent(this::checkHeader);
        Optional<PemSource> authorities = pem(AUTHORITIES);
        Optional<PemSource> certificate = pem(CERTIFICATE);
        Optional<PemSource> key = pem(KEY);
        boolean meant = apiKey.isPresent()
                || Stream.of(authorities, certificate, key).anyMatch(Optional::isPresent)
                || Stream.of(SERVER_NAME, NO_HOST_VERIFICATION)
                        .anyMatch(name -> settings.settings().get(name).isPresent());
        if (!settings.optional(TLS, meant, Parsers::bool)) {
            apiKey.ifPresent(secret -> settings.problem(
                    TLS,
                    "is false while TEMPORAL_API_KEY is set, which would go in plain text: leave out one of them"));
            return new TemporalAccess(Optional.empty(), apiKey);
        }
        authorities.ifPresent(pem -> holds(pem, Pem::certificates));
        var tls = new TlsSettings(
                authorities,
                identity(certificate, key),
                settings.optional(SERVER_NAME, Optional.empty(), name -> Optional.of(Parsers.hostName(name))),
                !settings.optional(NO_HOST_VERIFICATION, false, Parsers::bool));
        return new TemporalAccess(Optional.of(tls), apiKey);
    }

    private Optional<ClientIdentity> identity(Optional<PemSource> certificate, Optional<PemSource> key) {
        if (certificate.isPresent() != key.isPresent()) {
            String missing = certificate.isPresent() ? KEY : CERTIFICATE;
            Stream.concat(certificate.stream(), key.stream())
                    .forEach(pem -> settings.problem(
                            pem.variable(),
                            "is set without " + missing + "_PATH or " + missing + "_DATA: give both or neither"));
        }
        boolean readable = certificate.stream().allMatch(pem -> holds(pem, Pem::certificates))
                & key.stream().allMatch(pem -> holds(pem, Pem::privateKey));
        Optional<ClientIdentity> identity =
                certificate.flatMap(shown -> key.map(proof -> new ClientIdentity(shown, proof)));
        return identity.filter(both -> readable
                && holds(both.key(), text -> Pem.identity(both.certificate().read(), text)));
    }

    private Optional<PemSource> pem(String name) {
        Optional<PemSource> file = settings.optional(
                name + "_PATH", Optional.empty(), path -> Optional.of(PemSource.file(name + "_PATH", Path.of(path))));
        Optional<PemSource> data =
                settings.optionalSecret(name + "_DATA", SecretRule.any()).map(PemSource::secret);
        if (file.isPresent() && data.isPresent()) {
            settings.problem(name + "_DATA", "is set beside " + name + "_PATH: give one of them");
        }
        return file.or(() -> data);
    }

    private boolean holds(PemSource pem, Consumer<String> parse) {
        try {
            parse.accept(pem.read());
            return true;
        } catch (IllegalArgumentException unusable) {
            settings.problem(pem.variable(), String.valueOf(unusable.getMessage()));
            return false;
        }
    }

    private void checkHeader(Secret apiKey) {
        if (!TemporalAccess.isKey(apiKey.reveal())) {
            settings.problem(apiKey.name(), "has characters that no API key has: give the key alone, on one line");
        }
    }
}
