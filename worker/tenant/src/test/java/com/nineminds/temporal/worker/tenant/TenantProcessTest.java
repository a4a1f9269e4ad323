package com.nineminds.temporal.worker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.worker.runtime.ExitCode;
import com.nineminds.temporal.worker.tenant.stub.ResendStub;
import com.nineminds.temporal.worker.tenant.stub.StoreStub;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import com.nineminds.temporal.worker.tenant.wire.JsonClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantProcessTest {

    @TempDir
    private Path directory;

    @Test
    void from_an_empty_database_to_a_tenant_and_a_clean_end_with_secrets_from_files() throws Exception {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var database = TestDatabase.createEmpty();
                var resend = new ResendStub();
                var store = new StoreStub();
                var client = new JsonClient(temporal.address(), "tenant-workflows");
                var worker = TenantProcess.start(directory, environment(temporal, database, resend, store))) {
            var workflow = client.start("tenantCreationWorkflow", "tenant-creation-1", """
                    {"tenantName": "Acme", "checkoutSessionId": "cs_1",
                     "adminUser": {"firstName": "Ada", "lastName": "Lovelace", "email": "ada@acme.example"}}""");
            String tenant = client.result(workflow).path("tenantId").asText();

            assertThat(store.statuses()).containsExactly("in_progress", "completed");
            worker.terminate();
            assertThat(worker.exitCode()).isEqualTo(ExitCode.STOPPED.number());
            assertThat(worker.output().lines())
                    .allSatisfy(line ->
                            assertThat(JsonClient.parse(line).has("level")).isTrue())
                    .anySatisfy(line -> assertThat(
                                    JsonClient.parse(line).path("mdc").toString())
                            .contains(tenant, "\"WorkflowId\":\"tenant-creation-1\"", "RunId", "ActivityId"));
            assertThat(worker.output())
                    .doesNotContain(resend.mails().get(0).password(), "ada@acme.example", "Lovelace")
                    .doesNotContain("re_test", StoreStub.SECRET, "pepper-in-a-file");
        }
    }

    @Test
    void the_check_names_what_is_missing_and_changes_nothing() throws Exception {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var database = TestDatabase.createEmpty();
                var resend = new ResendStub();
                var store = new StoreStub()) {
            Map<String, String> environment = environment(temporal, database, resend, store);
            environment.put("DB_USER_SERVER", "nobody");
            try (var check = TenantProcess.start(directory, environment, "--check")) {
                int code = check.exitCode();
                assertThat(code).as(check.output()).isEqualTo(ExitCode.UNAVAILABLE.number());
                assertThat(check.output())
                        .contains("DB_USER_SERVER", "tenantCreationWorkflow", "updateCheckoutSessionStatus");
            }
            assertThat(database.query("SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'worker')"))
                    .isEmpty();
        }
    }

    private Map<String, String> environment(
            EmbeddedTemporal temporal, TestDatabase database, ResendStub resend, StoreStub store) throws Exception {
        Path secrets = Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(secrets.resolve("ALGA_AUTH_KEY"), "pepper-in-a-file\n");
        Files.writeString(secrets.resolve("INTERNAL_API_SHARED_SECRET"), StoreStub.SECRET);
        Files.writeString(secrets.resolve("RESEND_API_KEY"), "re_test");
        return new HashMap<>(Map.ofEntries(
                Map.entry("TEMPORAL_ADDRESS", temporal.address()),
                Map.entry("TEMPORAL_TASK_QUEUE", "tenant-workflows"),
                Map.entry("HEALTH_CHECK_PORT", "0"),
                Map.entry("POD_IP", "127.0.0.1"),
                Map.entry("SECRETS_DIR", secrets.toString()),
                Map.entry("DB_HOST", "localhost"),
                Map.entry("DB_PORT", String.valueOf(TestDatabase.port())),
                Map.entry("DB_NAME_SERVER", database.name()),
                Map.entry("DB_USER_SERVER", "postgres"),
                Map.entry("DB_PASSWORD_SERVER", "postgres"),
                Map.entry("DB_USER_ADMIN", "postgres"),
                Map.entry("DB_PASSWORD_ADMIN", "postgres"),
                Map.entry("DB_CREATE_PRODUCT_SCHEMA", "true"),
                Map.entry("EMAIL_PROVIDER", "resend"),
                Map.entry("RESEND_BASE_URL", resend.uri().toString()),
                Map.entry("NMSTORE_BASE_URL", store.uri().toString())));
    }
}
