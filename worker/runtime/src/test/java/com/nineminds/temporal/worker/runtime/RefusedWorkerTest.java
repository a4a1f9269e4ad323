package com.nineminds.temporal.worker.runtime;

import static com.nineminds.temporal.worker.runtime.GreetingWorkerConfig.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.embedded.SecureFrontend;
import com.nineminds.temporal.embedded.SecureFrontendOptions;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.sample.SampleWorker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check tells of a Temporal that does not let the worker in, or that the worker does not trust. */
class RefusedWorkerTest {

    private static final Authority AUTHORITY = Authority.named("authority");
    private static final Authority STRANGER = Authority.named("stranger");

    @BeforeAll
    static void waitLongOnBusyMachines() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @TempDir
    private Path directory;

    private final EmbeddedTemporal temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());

    @AfterEach
    void stop() {
        temporal.close();
    }

    @Test
    void a_server_that_wants_a_client_certificate() {
        assertThat(refused(mutual(), AUTHORITY.trusted()))
                .contains("the server ended the handshake: check that TEMPORAL_TLS_CLIENT_CERT_PATH or _DATA is set");
    }

    @Test
    void a_server_that_does_not_trust_the_client_certificate() throws Exception {
        Authority.mount(STRANGER.client("worker"), directory);

        assertThat(refused(mutual(), with(AUTHORITY.trusted(), Authority.mounted(directory))))
                .contains("the server ended the handshake: check that TEMPORAL_TLS_CLIENT_CERT_PATH");
    }

    @Test
    void a_server_of_an_authority_that_is_not_trusted() {
        assertThat(refused(AUTHORITY.frontend("localhost"), STRANGER.trusted()))
                .contains(
                        "the server's certificate is of nobody whom the worker trusts: check TEMPORAL_TLS_SERVER_CA_CERT");
        assertThat(refused(AUTHORITY.frontend("localhost"), Map.of("TEMPORAL_TLS", "true")))
                .contains(
                        "the server's certificate is of nobody whom the worker trusts: check TEMPORAL_TLS_SERVER_CA_CERT");
    }

    @Test
    void a_server_of_another_name() {
        assertThat(refused(AUTHORITY.frontend("temporal.example.com"), AUTHORITY.trusted()))
                .contains("the server's certificate is for another name", "TEMPORAL_TLS_SERVER_NAME");
    }

    @Test
    void a_server_of_a_stranger_stays_refused_without_a_look_at_its_name() {
        assertThat(refused(
                        AUTHORITY.frontend("localhost"),
                        with(STRANGER.trusted(), Map.of("TEMPORAL_TLS_DISABLE_HOST_VERIFICATION", "true"))))
                .contains("check TEMPORAL_TLS_SERVER_CA_CERT");
    }

    @Test
    void a_server_that_takes_no_such_key_or_wants_one() {
        SecureFrontendOptions withKey = AUTHORITY.frontend("localhost").withApiKey("let-me-in"::equals);

        assertThat(refused(withKey, with(AUTHORITY.trusted(), Map.of("TEMPORAL_API_KEY", "another-key"))))
                .contains("UNAUTHENTICATED", "the server does not take TEMPORAL_API_KEY")
                .doesNotContain("another-key");
        assertThat(refused(withKey, AUTHORITY.trusted()))
                .contains("UNAUTHENTICATED", "set TEMPORAL_API_KEY or the client certificate");
    }

    @Test
    void a_server_that_speaks_no_tls_and_one_that_speaks_nothing_else() {
        assertThat(check(GreetingWorkerConfig.at(temporal.address(), Map.of("TEMPORAL_TLS", "true"))))
                .contains("what answers there speaks no TLS", "TEMPORAL_TLS to false");
        assertThat(refused(AUTHORITY.frontend("localhost"), Map.of()))
                .contains(
                        "a server that speaks nothing but TLS ends connections like this: set TEMPORAL_TLS to true if it is one");
    }

    @Test
    void a_waiting_worker_tells_the_same_and_is_alive() {
        try (var frontend = SecureFrontend.start(temporal.address(), mutual());
                var worker = WorkerRuntime.start(
                        GreetingWorkerConfig.at(frontend.address(), AUTHORITY.trusted()),
                        WorkerParts.of(SampleWorker.registration()))) {
            var health = new HealthEndpoint(worker.healthAddress().getPort());

            await().untilAsserted(() -> assertThat(health.body("/readyz"))
                    .contains("connecting to Temporal: " + frontend.address())
                    .contains("check that TEMPORAL_TLS_CLIENT_CERT_PATH or _DATA is set"));
            assertThat(health.status("/livez")).isEqualTo(200);
        }
    }

    private static SecureFrontendOptions mutual() {
        return AUTHORITY.frontend("localhost").withClientAuthorities(AUTHORITY.pem());
    }

    private String refused(SecureFrontendOptions rules, Map<String, String> settings) {
        try (var frontend = SecureFrontend.start(temporal.address(), rules)) {
            return check(GreetingWorkerConfig.at(frontend.address(), settings));
        }
    }

    private static String check(WorkerConfig config) {
        var output = new StringWriter();
        var ended =
                new SelfCheck(config, WorkerParts.of(SampleWorker.registration())).run(new PrintWriter(output, true));
        assertThat(ended).isEqualTo(ExitCode.UNAVAILABLE);
        return output.toString();
    }
}
