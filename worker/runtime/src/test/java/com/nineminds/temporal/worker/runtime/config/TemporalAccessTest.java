package com.nineminds.temporal.worker.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalAccessTest {

    private static final HeldCertificate WORKER =
            new HeldCertificate.Builder().commonName("worker").build();
    private static final HeldCertificate OTHER =
            new HeldCertificate.Builder().commonName("other").build();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "TEMPORAL_NAMESPACE, tenants, plain text",
        "TEMPORAL_TLS, false, plain text",
        "TEMPORAL_TLS, true, TLS",
        "TEMPORAL_API_KEY, some-key, 'TLS, API key'",
        "TEMPORAL_TLS_SERVER_NAME, temporal.example.com, TLS",
        "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION, false, TLS",
        "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION, true, TLS without a look at the server's name",
    })
    void tls_is_on_where_anything_of_it_is_set_or_an_api_key_is(String variable, String value, String description) {
        assertThat(read(Map.of(variable, value)).description()).isEqualTo(description);
    }

    @Test
    void false_switches_it_off_whatever_else_is_set() {
        assertThat(read(Map.of("TEMPORAL_TLS", "false", "TEMPORAL_TLS_SERVER_NAME", "temporal.example.com"))
                        .tls())
                .isEmpty();
    }

    @Test
    void certificates_and_keys_come_from_files_or_are_given_themselves() throws Exception {
        assertThat(read(Map.of(
                                "TEMPORAL_TLS_SERVER_CA_CERT_PATH", file("ca.crt", OTHER.certificatePem()),
                                "TEMPORAL_TLS_CLIENT_CERT_PATH", file("tls.crt", WORKER.certificatePem()),
                                "TEMPORAL_TLS_CLIENT_KEY_PATH", file("tls.key", WORKER.privateKeyPkcs8Pem())))
                        .description())
                .isEqualTo("mutual TLS");
        assertThat(read(Map.of(
                                "TEMPORAL_TLS_SERVER_CA_CERT_DATA", OTHER.certificatePem(),
                                "TEMPORAL_TLS_CLIENT_CERT_DATA", WORKER.certificatePem(),
                                "TEMPORAL_TLS_CLIENT_KEY_DATA", WORKER.privateKeyPkcs8Pem()))
                        .description())
                .isEqualTo("mutual TLS");
    }

    @Test
    void a_key_that_is_a_file_of_the_secrets_is_read_again() throws Exception {
        file("TEMPORAL_TLS_CLIENT_CERT_DATA", WORKER.certificatePem());
        file("temporal_tls_client_key_data", WORKER.privateKeyPkcs8Pem());
        ClientIdentity identity = read(Map.of("SECRETS_DIR", directory.toString()))
                .tls()
                .flatMap(TlsSettings::identity)
                .orElseThrow();
        assertThat(identity.key().read()).isEqualTo(WORKER.privateKeyPkcs8Pem().strip());

        file("temporal_tls_client_key_data", OTHER.privateKeyPkcs8Pem());
        assertThat(identity.key().read()).isEqualTo(OTHER.privateKeyPkcs8Pem().strip());
    }

    @Test
    void everything_wrong_is_told_at_once() throws Exception {
        String missing = directory.resolve("missing.crt").toString();
        String words = file("words.crt", "no certificate");
        var refused = refusal(Map.of(
                "TEMPORAL_TLS_SERVER_CA_CERT_PATH", missing,
                "TEMPORAL_TLS_CLIENT_CERT_PATH", words,
                "TEMPORAL_TLS_CLIENT_CERT_DATA", WORKER.certificatePem(),
                "TEMPORAL_TLS_CLIENT_KEY_DATA", "no key",
                "TEMPORAL_TLS_SERVER_NAME", "https://temporal.example.com",
                "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION", "perhaps",
                "TEMPORAL_API_KEY", "two words"));

        assertThat(refused)
                .hasMessageContaining("TEMPORAL_TLS_SERVER_CA_CERT_PATH is " + missing
                        + ", which cannot be read (NoSuchFileException): mount the file there")
                .hasMessageContaining("TEMPORAL_TLS_CLIENT_CERT_PATH holds no certificates that can be read: give PEM")
                .hasMessageContaining("TEMPORAL_TLS_CLIENT_CERT_DATA is set beside TEMPORAL_TLS_CLIENT_CERT_PATH")
                .hasMessageContaining("TEMPORAL_TLS_CLIENT_KEY_DATA holds no private key: give PEM")
                .hasMessageContaining(
                        "TEMPORAL_TLS_SERVER_NAME is 'https://temporal.example.com': write the name alone")
                .hasMessageContaining("TEMPORAL_TLS_DISABLE_HOST_VERIFICATION is 'perhaps'")
                .hasMessageContaining("TEMPORAL_API_KEY has characters that no API key has")
                .hasMessageNotContaining("two words");
        assertThat(refused.problems()).hasSize(7);
    }

    @Test
    void a_certificate_needs_its_key_and_a_key_its_certificate() {
        assertThat(refusal(Map.of("TEMPORAL_TLS_CLIENT_CERT_DATA", WORKER.certificatePem())))
                .hasMessageContaining("TEMPORAL_TLS_CLIENT_CERT_DATA is set without TEMPORAL_TLS_CLIENT_KEY_PATH or");
        assertThat(refusal(Map.of("TEMPORAL_TLS_CLIENT_KEY_DATA", WORKER.privateKeyPkcs8Pem())))
                .hasMessageContaining("TEMPORAL_TLS_CLIENT_KEY_DATA is set without TEMPORAL_TLS_CLIENT_CERT_PATH or");
        assertThat(refusal(Map.of(
                        "TEMPORAL_TLS_CLIENT_CERT_DATA", WORKER.certificatePem(),
                        "TEMPORAL_TLS_CLIENT_KEY_DATA", OTHER.privateKeyPkcs8Pem())))
                .hasMessageContaining("TEMPORAL_TLS_CLIENT_KEY_DATA is not the key of the client certificate");
    }

    @Test
    void an_api_key_never_goes_in_plain_text() {
        assertThat(refusal(Map.of("TEMPORAL_TLS", "false", "TEMPORAL_API_KEY", "some-key")))
                .hasMessageContaining("TEMPORAL_TLS is false while TEMPORAL_API_KEY is set")
                .hasMessageNotContaining("some-key");
    }

    @Test
    void a_secret_among_the_settings_is_told_and_not_left_out_in_silence() throws Exception {
        file("TEMPORAL_API_KEY", "some-key");

        assertThat(refusal(Map.of("CONFIG_DIR", directory.toString())))
                .hasMessageContaining("TEMPORAL_API_KEY is in CONFIG_DIR")
                .hasMessageNotContaining("some-key");
    }

    @Test
    void nothing_of_a_key_shows_when_settings_are_printed() {
        var access = read(Map.of(
                "TEMPORAL_API_KEY", "some-key",
                "TEMPORAL_TLS_CLIENT_CERT_DATA", WORKER.certificatePem(),
                "TEMPORAL_TLS_CLIENT_KEY_DATA", WORKER.privateKeyPkcs8Pem()));

        assertThat(access.toString()).doesNotContain("some-key", "PRIVATE KEY");
        assertThat(access.apiKey().map(Secret::reveal)).isEqualTo(Optional.of("some-key"));
    }

    private static InvalidConfigException refusal(Map<String, String> settings) {
        return catchThrowableOfType(InvalidConfigException.class, () -> read(settings));
    }

    private static TemporalAccess read(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("TEMPORAL_ADDRESS", "temporal:7233");
        all.put("TEMPORAL_TASK_QUEUE", "greetings");
        return WorkerConfig.from(all).access();
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
