package com.nineminds.temporal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecureFrontendTest {

    private static final HeldCertificate AUTHORITY = authority("authority");
    private static final HeldCertificate SERVER = new HeldCertificate.Builder()
            .signedBy(AUTHORITY)
            .addSubjectAlternativeName("localhost")
            .build();
    private static final HeldCertificate CLIENT =
            new HeldCertificate.Builder().signedBy(AUTHORITY).build();
    private static final SecureFrontendOptions TLS =
            SecureFrontendOptions.of(SERVER.certificatePem(), SERVER.privateKeyPkcs8Pem());

    private final EmbeddedTemporal temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(temporal));

    @AfterEach
    void stop() throws Exception {
        for (int at = opened.size() - 1; at >= 0; at--) {
            opened.get(at).close();
        }
    }

    @Test
    void a_worker_with_certificate_and_key_completes_a_workflow_and_the_server_behind_sees_its_polls() {
        SecureFrontend frontend =
                open(TLS.withClientAuthorities(AUTHORITY.certificatePem()).withApiKey("let-me-in"::equals));
        WorkflowClient client = client(frontend, Optional.of(CLIENT), "let-me-in");
        work(client);

        assertThat(greet(client, "one")).isEqualTo("Hello Ada");
        assertThat(temporal.pollers("default", "greetings")).isNotEmpty();
    }

    @Test
    void what_the_server_answers_to_a_wrong_request_arrives_with_its_details() {
        SecureFrontend frontend = open(TLS);
        WorkflowClient client = client(frontend, Optional.empty(), "");
        Greeting running = greeting(client, "one");
        WorkflowClient.start(running::greet, "Ada");

        assertThatThrownBy(() -> WorkflowClient.start(greeting(client, "one")::greet, "Ada"))
                .isInstanceOf(WorkflowExecutionAlreadyStarted.class);
    }

    @Test
    void a_client_without_a_certificate_or_with_a_stranger_s_does_not_get_in() {
        SecureFrontend frontend = open(TLS.withClientAuthorities(AUTHORITY.certificatePem()));
        HeldCertificate stranger =
                new HeldCertificate.Builder().signedBy(authority("stranger")).build();

        assertThatThrownBy(() -> greet(client(frontend, Optional.empty(), ""), "one"))
                .isInstanceOf(WorkflowServiceException.class)
                .hasStackTraceContaining("UNAVAILABLE");
        assertThatThrownBy(() -> greet(client(frontend, Optional.of(stranger), ""), "one"))
                .isInstanceOf(WorkflowServiceException.class)
                .hasStackTraceContaining("UNAVAILABLE");
    }

    @Test
    void a_key_is_asked_for_at_every_call_so_it_can_be_withdrawn() {
        var valid = new ArrayList<>(List.of("first"));
        SecureFrontend frontend = open(TLS.withApiKey(valid::contains));
        WorkflowClient client = client(frontend, Optional.empty(), "first");
        WorkflowClient.start(greeting(client, "one")::greet, "Ada");

        valid.set(0, "second");

        assertThatThrownBy(() -> WorkflowClient.start(greeting(client, "two")::greet, "Ada"))
                .hasStackTraceContaining("UNAUTHENTICATED")
                .satisfies(refused -> assertThat(refused.getCause()).hasMessageNotContaining("first"));
        WorkflowClient.start(greeting(client(frontend, Optional.empty(), "second"), "two")::greet, "Ada");
    }

    @Test
    void a_key_opens_nothing_without_its_namespace_as_at_temporal_cloud() {
        SecureFrontend frontend = open(TLS.withApiKey("let-me-in"::equals));

        assertThatThrownBy(() -> stubs(frontend, Optional.empty(), "let-me-in").healthCheck())
                .hasMessageContaining("PERMISSION_DENIED")
                .hasMessageContaining("temporal-namespace");
    }

    @Test
    void another_frontend_takes_the_port_of_a_closed_one() {
        SecureFrontend first = open(TLS);

        assertThatThrownBy(() -> SecureFrontend.start(temporal.address(), TLS.withPort(first.port())))
                .hasMessageContaining("cannot listen on port " + first.port());
        first.close();
        assertThat(open(TLS.withPort(first.port())).address()).isEqualTo(first.address());
    }

    @Test
    void options_do_not_show_the_key() {
        assertThat(TLS.toString()).doesNotContain("PRIVATE KEY");
    }

    private SecureFrontend open(SecureFrontendOptions options) {
        var frontend = SecureFrontend.start(temporal.address(), options);
        opened.add(frontend);
        return frontend;
    }

    private WorkflowClient client(SecureFrontend frontend, Optional<HeldCertificate> identity, String apiKey) {
        return WorkflowClient.newInstance(stubs(frontend, identity, apiKey));
    }

    private WorkflowServiceStubs stubs(SecureFrontend frontend, Optional<HeldCertificate> identity, String apiKey) {
        var stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(frontend.address())
                .setSslContext(clientContext(identity))
                .addApiKey(() -> apiKey)
                .build());
        opened.add(stubs::shutdownNow);
        return stubs;
    }

    private void work(WorkflowClient client) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        var worker = factory.newWorker("greetings");
        worker.registerWorkflowImplementationTypes(Greeting.Code.class);
        worker.registerActivitiesImplementations((Greeting.Words) name -> "Hello " + name);
        factory.start();
        opened.add(factory::shutdownNow);
    }

    private static String greet(WorkflowClient client, String id) {
        return greeting(client, id).greet("Ada");
    }

    private static Greeting greeting(WorkflowClient client, String id) {
        return client.newWorkflowStub(
                Greeting.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue("greetings")
                        .setWorkflowId(id)
                        .build());
    }

    private static SslContext clientContext(Optional<HeldCertificate> identity) {
        try {
            var context = GrpcSslContexts.forClient().trustManager(AUTHORITY.certificate());
            identity.ifPresent(held -> context.keyManager(held.keyPair().getPrivate(), held.certificate()));
            return context.build();
        } catch (SSLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName(name)
                .build();
    }
}
