package com.nineminds.temporal.operator.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.embedded.SecureFrontend;
import com.nineminds.temporal.embedded.SecureFrontendOptions;
import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.TaskKind;
import com.nineminds.temporal.operator.temporal.TemporalUnavailableException.Reason;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The poller reader at a frontend that wants TLS, a client certificate or an API key, with credentials from files. */
class SecureTemporalTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String QUEUE = "tenants";
    private static final String WORKER = "pod-a@7";

    private static final HeldCertificate AUTHORITY = authority("authority");
    private static final HeldCertificate STRANGER = authority("stranger");
    private static final SecureFrontendOptions TLS = tls("localhost");
    private static final SecureFrontendOptions MUTUAL = TLS.withClientAuthorities(AUTHORITY.certificatePem());

    private final EmbeddedTemporal temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(temporal));

    @TempDir
    private Path credentials;

    private SecureFrontend running;

    @BeforeEach
    void aWorkerPolls() {
        var behind = new TemporalEndpoint(Frontend.inPlainText(temporal.address()), "default");
        opened.add(new PollingWorker(behind, QUEUE, WORKER, WorkerOptions.getDefaultInstance()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !temporal.pollers("default", QUEUE).isEmpty());
    }

    @AfterEach
    void stop() throws Exception {
        for (int at = opened.size() - 1; at >= 0; at--) {
            opened.get(at).close();
        }
    }

    @Test
    void with_a_client_certificate_pollers_are_seen() throws Exception {
        Frontend frontend = open(MUTUAL);
        trust(frontend, AUTHORITY);
        show(frontend, AUTHORITY);

        assertThat(seen(reader(), frontend)).containsExactly(WORKER);
    }

    @Test
    void with_an_api_key_pollers_are_seen() throws Exception {
        Frontend frontend = open(TLS.withApiKey("placeholder-1"::equals));
        trust(frontend, AUTHORITY);
        file(frontend, "api-key", "placeholder-1\n");

        assertThat(seen(reader(), frontend)).containsExactly(WORKER);
    }

    @Test
    void a_certificate_for_another_name_is_accepted_by_that_name_only() throws Exception {
        Frontend frontend = open(tls("frontend.internal"));
        trust(frontend, AUTHORITY);
        TaskQueuePollers reader = reader();

        TemporalUnavailableException refused = refused(reader, frontend);
        assertThat(refused.reason()).isEqualTo(Reason.TLS_FAILED);
        assertThat(refused)
                .hasMessageContaining(frontend.address())
                .hasMessageContaining("spec.temporal.tls.serverName")
                .hasMessageContaining("ca.crt");
        assertThat(seen(reader, new Frontend(frontend.address(), true, Optional.of("frontend.internal"))))
                .containsExactly(WORKER);
    }

    @Test
    void an_authority_that_nobody_filed_is_not_trusted_and_it_is_told_where_to_file_it() throws Exception {
        Frontend frontend = open(TLS);

        TemporalUnavailableException refused = refused(reader(), frontend);

        assertThat(refused.reason()).isEqualTo(Reason.TLS_FAILED);
        assertThat(refused)
                .hasMessageContaining("trusts the certificate")
                .hasMessageContaining("the operator has nothing for it in " + folder(frontend));
    }

    @Test
    void who_shows_no_certificate_or_a_stranger_s_learns_nothing_and_what_was_shown_is_told() throws Exception {
        Frontend frontend = open(MUTUAL);
        trust(frontend, AUTHORITY);
        TaskQueuePollers reader = reader();

        TemporalUnavailableException nothing = refused(reader, frontend);
        assertThat(nothing.reason()).isIn(Reason.TLS_FAILED, Reason.UNREACHABLE);
        assertThat(nothing)
                .hasMessageContaining(frontend.address())
                .hasMessageContaining("the operator has ca.crt for it in " + folder(frontend));

        show(frontend, STRANGER);
        TemporalUnavailableException stranger = refused(reader, frontend);
        assertThat(stranger.reason()).isIn(Reason.TLS_FAILED, Reason.UNREACHABLE);
        assertThat(stranger).hasMessageContaining("ca.crt, tls.crt and tls.key for it");
    }

    @Test
    void a_missing_or_wrong_api_key_is_told_without_the_key() throws Exception {
        Frontend frontend = open(TLS.withApiKey("placeholder-1"::equals));
        trust(frontend, AUTHORITY);
        TaskQueuePollers reader = reader();

        TemporalUnavailableException missing = refused(reader, frontend);
        assertThat(missing.reason()).isEqualTo(Reason.PERMISSION_DENIED);
        assertThat(missing)
                .hasMessageContaining("UNAUTHENTICATED")
                .hasMessageContaining("the operator has ca.crt for it in " + folder(frontend));

        file(frontend, "api-key", "placeholder-2");
        TemporalUnavailableException wrong = refused(reader, frontend);
        assertThat(wrong.reason()).isEqualTo(Reason.PERMISSION_DENIED);
        assertThat(wrong).hasMessageContaining("ca.crt, api-key").hasMessageNotContaining("placeholder");
    }

    @Test
    void credentials_go_to_the_address_that_they_are_filed_under_and_to_no_other() throws Exception {
        Frontend frontend = open(TLS.withApiKey("placeholder-1"::equals));
        Frontend other = open(TLS.withApiKey("placeholder-1"::equals));
        trust(frontend, AUTHORITY);
        trust(other, AUTHORITY);
        file(frontend, "api-key", "placeholder-1");
        TaskQueuePollers reader = reader();

        assertThat(seen(reader, frontend)).containsExactly(WORKER);
        assertThat(refused(reader, other).reason()).isEqualTo(Reason.PERMISSION_DENIED);
    }

    @Test
    void an_api_key_that_changes_is_taken_up_without_a_restart() throws Exception {
        var valid = new AtomicReference<>("placeholder-1");
        Frontend frontend = open(TLS.withApiKey(key -> key.equals(valid.get())));
        trust(frontend, AUTHORITY);
        file(frontend, "api-key", "placeholder-1");
        TaskQueuePollers reader = reader();
        assertThat(seen(reader, frontend)).containsExactly(WORKER);

        valid.set("placeholder-2");
        assertThat(refused(reader, frontend).reason()).isEqualTo(Reason.PERMISSION_DENIED);
        file(frontend, "api-key", "placeholder-2");

        assertThat(seen(reader, frontend)).containsExactly(WORKER);
    }

    @Test
    void certificates_that_change_are_taken_up_without_a_restart() throws Exception {
        Frontend frontend = open(MUTUAL);
        trust(frontend, AUTHORITY);
        show(frontend, AUTHORITY);
        TaskQueuePollers reader = reader();
        assertThat(seen(reader, frontend)).containsExactly(WORKER);

        int port = running.port();
        running.close();
        open(MUTUAL.withPort(port).withClientAuthorities(STRANGER.certificatePem()));
        refused(reader, frontend);
        show(frontend, STRANGER);

        assertThat(seen(reader, frontend)).containsExactly(WORKER);
    }

    @Test
    void files_that_cannot_be_used_are_told_by_name_and_mended_without_a_restart() throws Exception {
        Frontend frontend = open(MUTUAL);
        trust(frontend, AUTHORITY);
        show(frontend, AUTHORITY);
        file(frontend, "tls.key", "-----BEGIN PRIVATE KEY-----\nplaceholder\n-----END PRIVATE KEY-----\n");
        TaskQueuePollers reader = reader();

        TemporalUnavailableException broken = refused(reader, frontend);
        assertThat(broken.reason()).isEqualTo(Reason.CREDENTIALS_UNUSABLE);
        assertThat(broken)
                .hasMessageContaining(frontend.address())
                .hasMessageContaining("tls.key")
                .hasMessageNotContaining("placeholder");
        Files.delete(folder(frontend).resolve("tls.crt"));
        assertThat(refused(reader, frontend)).hasMessageContaining("tls.crt is missing");

        show(frontend, AUTHORITY);
        assertThat(seen(reader, frontend)).containsExactly(WORKER);
    }

    @Test
    void without_tls_nothing_is_shown_and_the_field_is_named() throws Exception {
        Frontend frontend = open(TLS.withApiKey("placeholder-1"::equals));
        trust(frontend, AUTHORITY);
        file(frontend, "api-key", "placeholder-1");

        TemporalUnavailableException refused = refused(reader(), Frontend.inPlainText(frontend.address()));

        assertThat(refused.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(refused).hasMessageContaining("set spec.temporal.tls");
    }

    @Test
    void a_frontend_without_tls_is_told_as_one() throws Exception {
        TemporalUnavailableException refused =
                refused(reader(), new Frontend(temporal.address(), true, Optional.empty()));

        assertThat(refused.reason()).isEqualTo(Reason.TLS_FAILED);
        assertThat(refused).hasMessageContaining(temporal.address()).hasMessageContaining("does not speak TLS");
    }

    private Frontend open(SecureFrontendOptions options) {
        running = SecureFrontend.start(temporal.address(), options);
        opened.add(running);
        return new Frontend(running.address(), true, Optional.empty());
    }

    private TaskQueuePollers reader() {
        var reader = new TaskQueuePollers(Clock.systemUTC(), Optional.of(credentials));
        opened.add(reader);
        return reader;
    }

    private static List<String> seen(TaskQueuePollers reader, Frontend frontend) throws TemporalUnavailableException {
        return reader.read(new TemporalEndpoint(frontend, "default"), QUEUE, TIMEOUT).get(TaskKind.WORKFLOW).stream()
                .map(PollerSighting::identity)
                .toList();
    }

    private static TemporalUnavailableException refused(TaskQueuePollers reader, Frontend frontend) {
        TemporalUnavailableException refused =
                catchThrowableOfType(TemporalUnavailableException.class, () -> seen(reader, frontend));
        assertThat(refused).isNotNull();
        return refused;
    }

    private void trust(Frontend frontend, HeldCertificate authority) throws IOException {
        file(frontend, "ca.crt", authority.certificatePem());
    }

    private void show(Frontend frontend, HeldCertificate authority) throws IOException {
        var identity = new HeldCertificate.Builder().signedBy(authority).build();
        file(frontend, "tls.crt", identity.certificatePem());
        file(frontend, "tls.key", identity.privateKeyPkcs8Pem());
    }

    private void file(Frontend frontend, String name, String content) throws IOException {
        Files.createDirectories(folder(frontend));
        Files.writeString(folder(frontend).resolve(name), content);
    }

    private Path folder(Frontend frontend) {
        return credentials.resolve(frontend.address().replace(':', '_'));
    }

    private static SecureFrontendOptions tls(String name) {
        var server = new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .addSubjectAlternativeName(name)
                .build();
        return SecureFrontendOptions.of(server.certificatePem(), server.privateKeyPkcs8Pem());
    }

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName(name)
                .build();
    }
}
