package com.nineminds.temporal.worker.tenant.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.worker.tenant.stub.ResendStub.Mail;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Answer;
import com.nineminds.temporal.worker.tenant.stub.TenantFixture;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers of the original worker rely on, by name and JSON. The subclasses say which server it runs on. */
class WireContract {

    private static final String TENANT = """
            {"tenantName": "Acme", "companyName": "Acme Inc", "billingPlan": "pro", "checkoutSessionId": "%s",
             "adminUser": {"firstName": "Ada", "lastName": "Lovelace", "email": "ada@acme.example"},
             "fieldOfTheFuture": {"nested": [1, 2]}}""";
    private static final String TEST_EMAIL = """
            {"tenantId": "t-1", "tenantName": "Acme", "temporaryPassword": "ignored",
             "adminUser": {"userId": "u-1", "firstName": "Ada", "lastName": "Lovelace", "email": "%s"}}""";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private final String taskQueue = "tenant-workflows-" + UUID.randomUUID();
    private final String id = "tenant-creation-" + UUID.randomUUID();
    private final TenantFixture fixture = new TenantFixture(CompensationPolicy.RETAIN);
    private final WorkflowServiceStubs stubs;
    private final WorkerFactory factory;
    private final JsonClient client;

    WireContract(String address) {
        stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        factory = WorkerFactory.newInstance(WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setDataConverter(WireJson.converter())
                        .build()));
        client = new JsonClient(address, taskQueue);
    }

    @BeforeEach
    void startWorker() {
        fixture.register(factory.newWorker(taskQueue));
        factory.start();
    }

    @AfterEach
    void stopWorker() {
        factory.shutdownNow();
        client.close();
        stubs.shutdownNow();
        fixture.close();
    }

    @Test
    void a_tenant_is_made_and_everybody_concerned_is_told() {
        var workflow = client.start("tenantCreationWorkflow", id, TENANT.formatted("cs_1"));
        JsonNode result = client.result(workflow);

        assertThat(result.path("success").asBoolean()).isTrue();
        assertThat(result.path("emailSent").asBoolean()).isTrue();
        assertThat(result.path("createdAt").asText()).matches(TIME);
        assertThat(result.has("temporaryPassword")).isFalse();
        String tenant = result.path("tenantId").asText();
        assertThat(fixture.database.value("SELECT company_name FROM tenants WHERE tenant = '" + tenant + "'"))
                .isEqualTo("Acme");
        assertThat(fixture.database.value("SELECT user_id FROM users WHERE tenant = '" + tenant + "'"))
                .isEqualTo(result.path("adminUserId").asText());
        assertThat(fixture.database.value("SELECT company_id FROM tenant_companies WHERE is_default"))
                .isEqualTo(result.path("companyId").asText());
        assertThat(fixture.database.rows())
                .hasSize(8)
                .allSatisfy((table, count) -> assertThat(count).as(table).isEqualTo(1));
        assertThat(fixture.store.statuses()).containsExactly("in_progress", "completed");
        assertThat(fixture.store.updates()).allSatisfy(update -> {
            assertThat(update.path("checkoutSessionId").asText()).isEqualTo("cs_1");
            assertThat(update.path("workflowId").asText()).isEqualTo(id);
        });
        assertThat(fixture.store.updates().get(1).path("workflowCompletedAt").asText())
                .matches(TIME);
    }

    @Test
    void the_password_in_the_mail_is_the_administrators_and_is_written_down_nowhere() {
        var workflow = client.start("tenantCreationWorkflow", id, TENANT.formatted("cs_1"));
        client.result(workflow);

        Mail mail = fixture.resend.mails().get(0);
        assertThat(fixture.hasher.verify(mail.password(), fixture.database.value("SELECT hashed_password FROM users")))
                .isTrue();
        assertThat(client.history(workflow).toString()).doesNotContain(mail.password());
        assertThat(fixture.database.dump()).doesNotContain(mail.password());
        assertThat(fixture.database.query("SELECT seed FROM worker.password_seed"))
                .isEmpty();
    }

    @Test
    void the_state_can_be_asked_for_and_a_cancel_signal_ends_the_run_before_the_next_step() {
        fixture.database.execute("ALTER TABLE roles RENAME TO roles_away");
        fixture.database.execute("CREATE VIEW roles AS SELECT * FROM roles_away WHERE pg_sleep(3) IS NOT NULL");
        var workflow = client.start("tenantCreationWorkflow", id, TENANT.formatted("cs_1"));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        client.query(workflow, "getState").path("step").asText().equals("creating_admin_user"));
        JsonNode state = client.query(workflow, "getState");
        assertThat(state.path("progress").asInt()).isEqualTo(50);
        assertThat(state.path("tenantId").asText()).hasSize(36);
        assertThat(state.has("adminUserId")).isFalse();

        client.signal(workflow, "update", "{\"field\": \"companyName\", \"value\": {\"any\": [1]}}");
        client.signal(workflow, "cancel", "{\"reason\": \"changed my mind\", \"cancelledBy\": \"ada\"}");

        Failure failure =
                client.end(workflow).getWorkflowExecutionFailedEventAttributes().getFailure();
        assertThat(failure.getMessage()).isEqualTo("Workflow cancelled: changed my mind");
        assertThat(failure.getApplicationFailureInfo().getType()).isEqualTo("Cancelled");
        state = client.query(workflow, "getState");
        assertThat(state.path("step").asText()).isEqualTo("failed");
        assertThat(state.path("error").asText()).isEqualTo("Workflow cancelled: changed my mind");
        assertThat(state.path("cancellation").path("accepted").asBoolean()).isTrue();
        assertThat(fixture.store.statuses()).containsExactly("in_progress", "failed");
        assertThat(fixture.resend.mails()).isEmpty();
    }

    @Test
    void input_without_what_a_tenant_needs_is_refused_at_once_and_names_all_of_it() {
        var workflow =
                client.start("tenantCreationWorkflow", id, "{\"tenantName\": \" \", \"adminUser\": {\"email\": \"\"}}");

        Failure failure =
                client.end(workflow).getWorkflowExecutionFailedEventAttributes().getFailure();
        assertThat(failure.getApplicationFailureInfo().getType()).isEqualTo("ValidationError");
        assertThat(failure.getMessage())
                .contains("tenantName", "adminUser.firstName", "adminUser.lastName", "adminUser.email");
        assertThat(fixture.database.rows()).isEmpty();
    }

    @Test
    void input_that_is_not_even_an_object_fails_its_run() {
        var workflow = client.start("tenantCreationWorkflow", id, "\"a tenant, please\"");

        assertThat(client.end(workflow).getEventType()).isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED);
    }

    @Test
    void one_checkout_session_makes_one_tenant() {
        var first = client.start("tenantCreationWorkflow", id, TENANT.formatted("cs_1"));
        String tenant = client.result(first).path("tenantId").asText();

        var second = client.start("tenantCreationWorkflow", id + "-again", TENANT.formatted("cs_1"));
        Failure failure =
                client.end(second).getWorkflowExecutionFailedEventAttributes().getFailure();

        ApplicationFailureInfo info = failure.getApplicationFailureInfo();
        assertThat(info.getType()).isEqualTo("DuplicateError");
        assertThat(failure.getMessage()).contains(tenant);
        assertThat(JsonClient.json(info.getDetails().getPayloads(0)).has("resumeToken"))
                .isFalse();
        assertThat(fixture.database.rows()).containsEntry("tenants", 1);
        assertThat(fixture.store.statuses())
                .as("the session has its tenant, whatever a second run says")
                .containsExactly("in_progress", "completed", "in_progress", "completed");
    }

    @Test
    void a_mail_that_can_never_be_sent_leaves_a_tenant_without_mail() {
        fixture.resend.server().failNext(new Answer(422, Map.of(), "{\"name\": \"validation_error\"}"));

        JsonNode result = client.result(client.start("tenantCreationWorkflow", id, TENANT.formatted("cs_1")));

        assertThat(result.path("success").asBoolean()).isTrue();
        assertThat(result.path("emailSent").asBoolean()).isFalse();
    }

    @Test
    void the_health_check_answers() {
        JsonNode health = client.result(client.start("healthCheckWorkflow", "health-check-" + UUID.randomUUID()));

        assertThat(health.path("status").asText()).isEqualTo("healthy");
        assertThat(health.path("timestamp").asText()).matches(TIME);
    }

    @Test
    void a_test_email_shows_a_password_of_twelve_characters_that_belongs_to_nobody() {
        var workflow = client.start(
                "testEmailWorkflow", "test-email-" + UUID.randomUUID(), TEST_EMAIL.formatted("ada@acme.example"));
        JsonNode result = client.result(workflow);

        assertThat(result.path("temporaryPassword").asText()).hasSize(12);
        assertThat(result.path("emailResult").path("emailSent").asBoolean()).isTrue();
        assertThat(result.path("emailResult").path("messageId").asText()).isEqualTo("message-1");
        assertThat(fixture.resend.mails())
                .extracting(Mail::password)
                .isEqualTo(List.of(result.path("temporaryPassword").asText()));
    }

    @Test
    void an_address_that_is_none_is_told_in_the_result() {
        var workflow =
                client.start("testEmailWorkflow", "test-email-" + UUID.randomUUID(), TEST_EMAIL.formatted("nobody"));
        JsonNode email = client.result(workflow).path("emailResult");

        assertThat(email.path("emailSent").asBoolean()).isFalse();
        assertThat(email.path("error").asText()).contains("e-mail address");
        assertThat(email.has("messageId")).isFalse();
    }

    @Test
    void a_release_is_tried_out_by_an_echo() {
        JsonNode echo = client.result(
                client.start("readinessWorkflow", "ready-" + UUID.randomUUID(), "{\"echo\": \"parity\"}"));
        JsonNode silent = client.result(client.start("readinessWorkflow", "ready-" + UUID.randomUUID()));

        assertThat(echo.toString()).isEqualTo("{\"ok\":true,\"echo\":\"parity\"}");
        assertThat(silent.toString()).isEqualTo("{\"ok\":true}");
    }

    @Test
    void another_welcome_email_brings_another_password_and_the_first_is_void() {
        String tenant = client.result(client.start("tenantCreationWorkflow", id, TENANT.formatted("cs_1")))
                .path("tenantId")
                .asText();
        var resending = client.start(
                "resendWelcomeEmailWorkflow",
                "resend-" + UUID.randomUUID(),
                "{\"tenantId\": \"%s\", \"triggeredBy\": \"u-1\", \"triggeredByEmail\": \"support@example.com\"}"
                        .formatted(tenant));
        JsonNode result = client.result(resending);

        assertThat(result.toString())
                .isEqualTo("{\"success\":true,\"email\":\"ada@acme.example\",\"tenantName\":\"Acme\"}");
        String hash = fixture.database.value("SELECT hashed_password FROM users");
        assertThat(fixture.resend.mails())
                .extracting(mail -> fixture.hasher.verify(mail.password(), hash))
                .containsExactly(false, true);
        assertThat(client.history(resending).toString())
                .doesNotContain(fixture.resend.mails().get(1).password());
        assertThat(fixture.database.query("SELECT seed FROM worker.password_seed"))
                .isEmpty();
    }

    @Test
    void a_welcome_email_for_nobody_says_why_in_its_result() {
        JsonNode result = client.result(client.start(
                "resendWelcomeEmailWorkflow",
                "resend-" + UUID.randomUUID(),
                "{\"tenantId\": \"%s\", \"triggeredBy\": \"u-1\"}".formatted(UUID.randomUUID())));

        assertThat(result.path("success").asBoolean()).isFalse();
        assertThat(result.path("error").asText()).contains("does not exist");
    }

    @Test
    void a_status_for_the_store_can_be_delivered_by_a_workflow_of_its_own() {
        var delivery = client.start(
                "checkoutSessionStatusWorkflow",
                "checkout-session-status-" + UUID.randomUUID(),
                "{\"checkoutSessionId\": \"cs_1\", \"workflowStatus\": \"failed\", \"error\": \"no\"}");

        assertThat(client.end(delivery).getEventType()).isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
        assertThat(fixture.store.updates())
                .extracting(JsonNode::toString)
                .containsExactly("{\"checkoutSessionId\":\"cs_1\",\"workflowStatus\":\"failed\",\"error\":\"no\"}");
    }
}
