package com.nineminds.temporal.worker.runtime;

import static com.nineminds.temporal.worker.runtime.GreetingWorkerConfig.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.embedded.SecureFrontend;
import com.nineminds.temporal.embedded.SecureFrontendOptions;
import com.nineminds.temporal.worker.runtime.sample.GreetingRequest;
import com.nineminds.temporal.worker.runtime.sample.SampleWorker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker and a Temporal that does not let everybody in. What it is told of refusals: {@link RefusedWorkerTest}. */
class SecureWorkerTest {

    private static final Authority AUTHORITY = Authority.named("authority");

    @TempDir
    private Path directory;

    private final EmbeddedTemporal temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
    private final SampleClient client = new SampleClient(temporal.address());

    @AfterEach
    void stop() {
        client.close();
        temporal.close();
    }

    @Test
    void a_server_of_a_private_authority_is_reached_by_its_certificate() throws Exception {
        Path authorities = Files.writeString(directory.resolve("ca.crt"), AUTHORITY.pem());

        worksWith(AUTHORITY.frontend("localhost"), Map.of("TEMPORAL_TLS_SERVER_CA_CERT_PATH", authorities.toString()));
    }

    @Test
    void a_server_that_goes_by_another_name_is_reached_by_that_name_or_by_none() throws Exception {
        SecureFrontendOptions elsewhere = AUTHORITY.frontend("temporal.example.com");

        worksWith(elsewhere, with(AUTHORITY.trusted(), Map.of("TEMPORAL_TLS_SERVER_NAME", "temporal.example.com")));
        worksWith(elsewhere, with(AUTHORITY.trusted(), Map.of("TEMPORAL_TLS_DISABLE_HOST_VERIFICATION", "true")));
    }

    @Test
    void a_server_that_asks_for_certificate_and_api_key_gets_both() throws Exception {
        Authority.mount(AUTHORITY.client("worker"), directory);
        var identity = with(AUTHORITY.trusted(), Authority.mounted(directory));

        worksWith(
                AUTHORITY
                        .frontend("localhost")
                        .withClientAuthorities(AUTHORITY.pem())
                        .withApiKey("let-me-in"::equals),
                with(identity, Map.of("TEMPORAL_API_KEY", "let-me-in")));
    }

    @Test
    void a_rotated_client_certificate_is_used_without_a_restart() throws Exception {
        Authority next = Authority.named("next");
        Authority.mount(AUTHORITY.client("worker"), directory);
        var settings = with(AUTHORITY.trusted(), Authority.mounted(directory));
        SecureFrontend before = open(AUTHORITY.frontend("localhost").withClientAuthorities(AUTHORITY.pem()));
        try (var worker = start(before, settings)) {
            completes("before");

            Authority.mount(next.client("worker"), directory);
            before.close();
            try (var after = open(AUTHORITY
                    .frontend("localhost")
                    .withClientAuthorities(next.pem())
                    .withPort(before.port()))) {
                completes("after");

                Authority.mount(AUTHORITY.client("worker"), directory);
                assertThat(check(after, settings)).isEqualTo(ExitCode.UNAVAILABLE);
            }
        }
    }

    @Test
    void a_rotated_authority_is_trusted_without_a_restart() throws Exception {
        Authority next = Authority.named("next");
        Path authorities = Files.writeString(directory.resolve("ca.crt"), AUTHORITY.pem());
        var settings = Map.of("TEMPORAL_TLS_SERVER_CA_CERT_PATH", authorities.toString());
        SecureFrontend before = open(AUTHORITY.frontend("localhost"));
        try (var worker = start(before, settings)) {
            completes("before");

            Files.writeString(authorities, AUTHORITY.pem() + next.pem());
            before.close();
            try (var after = open(next.frontend("localhost").withPort(before.port()))) {
                completes("after");
            }
        }
    }

    @Test
    void a_broken_rotation_leaves_the_old_certificate_in_force_and_is_told() throws Exception {
        Authority.mount(AUTHORITY.client("worker"), directory);
        var settings = with(AUTHORITY.trusted(), Authority.mounted(directory));
        SecureFrontendOptions rules = AUTHORITY.frontend("localhost").withClientAuthorities(AUTHORITY.pem());
        SecureFrontend before = open(rules);
        try (var log = RecordedLog.of("com.nineminds.temporal.worker.runtime.connection");
                var worker = start(before, settings)) {
            completes("before");

            // The key belongs to another certificate: what a rotation looks like that stopped half-way.
            Authority.mount(
                    AUTHORITY.client("worker").certificatePem(),
                    AUTHORITY.client("worker").privateKeyPkcs8Pem(),
                    directory);
            before.close();
            try (var after = open(rules.withPort(before.port()))) {
                completes("after");
            }
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains("TEMPORAL_TLS_CLIENT_CERT_PATH, TEMPORAL_TLS_CLIENT_KEY_PATH")
                    .contains("the old stays in force")
                    .contains("is not the key of the client certificate");
        }
    }

    @Test
    void a_rotated_api_key_is_used_without_a_restart() throws Exception {
        var valid = new AtomicReference<>("first-key");
        Path file = Files.writeString(directory.resolve("TEMPORAL_API_KEY"), "first-key\n");
        var settings = with(AUTHORITY.trusted(), Map.of("SECRETS_DIR", directory.toString()));
        try (var frontend = open(AUTHORITY.frontend("localhost").withApiKey(key -> key.equals(valid.get())));
                var worker = start(frontend, settings)) {
            completes("before");

            Files.writeString(file, "second-key\n");
            valid.set("second-key");
            completes("after");

            Files.writeString(file, "first-key\n");
            assertThat(check(frontend, settings)).isEqualTo(ExitCode.UNAVAILABLE);
        }
    }

    private void worksWith(SecureFrontendOptions rules, Map<String, String> settings) throws TimeoutException {
        try (var frontend = open(rules);
                var worker = start(frontend, settings)) {
            completes("greeting-" + frontend.port());
            assertThat(check(frontend, settings)).isEqualTo(ExitCode.STOPPED);
        }
    }

    private void completes(String workflow) throws TimeoutException {
        var greeting = client.start(workflow, "greetings", new GreetingRequest("Ada", 1, 0, 0));
        assertThat(greeting.getResult(60, TimeUnit.SECONDS, String.class)).startsWith("Hello Ada");
    }

    private SecureFrontend open(SecureFrontendOptions rules) {
        return SecureFrontend.start(temporal.address(), rules);
    }

    private static WorkerRuntime start(SecureFrontend frontend, Map<String, String> settings) {
        return WorkerRuntime.start(
                GreetingWorkerConfig.at(frontend.address(), settings), WorkerParts.of(SampleWorker.registration()));
    }

    private static ExitCode check(SecureFrontend frontend, Map<String, String> settings) {
        var output = new StringWriter();
        return new SelfCheck(
                        GreetingWorkerConfig.at(frontend.address(), settings),
                        WorkerParts.of(SampleWorker.registration()))
                .run(new PrintWriter(output, true));
    }
}
