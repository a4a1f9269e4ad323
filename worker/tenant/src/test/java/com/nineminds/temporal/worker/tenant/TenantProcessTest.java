package com.nineminds.temporal.worker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.runtime.ExitCode;
import com.nineminds.temporal.worker.tenant.stub.StoreStub;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import com.nineminds.temporal.worker.tenant.wire.JsonClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantProcessTest {

    @TempDir
    private Path directory;

    @Test
    void from_an_empty_database_to_a_tenant_and_a_clean_end_with_secrets_from_files() throws Exception {
        try (var around = new Surroundings(directory);
                var database = TestDatabase.createEmpty();
                var client = around.client();
                var worker = TenantProcess.start(directory, around.environment(database))) {
            var workflow = client.start("tenantCreationWorkflow", "tenant-creation-1", """
                    {"tenantName": "Acme", "checkoutSessionId": "cs_1",
                     "adminUser": {"firstName": "Ada", "lastName": "Lovelace", "email": "ada@acme.example"}}""");
            String tenant = client.result(workflow).path("tenantId").asText();

            assertThat(around.store().statuses()).containsExactly("in_progress", "completed");
            worker.terminate();
            assertThat(worker.exitCode()).isEqualTo(ExitCode.STOPPED.number());
            assertThat(worker.output().lines())
                    .allSatisfy(line ->
                            assertThat(JsonClient.parse(line).has("level")).isTrue())
                    .anySatisfy(line -> assertThat(
                                    JsonClient.parse(line).path("mdc").toString())
                            .contains(tenant, "\"WorkflowId\":\"tenant-creation-1\"", "RunId", "ActivityId"));
            assertThat(worker.output())
                    .doesNotContain(around.resend().mails().get(0).password(), "ada@acme.example", "Lovelace")
                    .doesNotContain("re_test", StoreStub.SECRET, "pepper-in-a-file");
        }
    }

    @Test
    void the_check_names_what_is_missing_and_changes_nothing() throws Exception {
        try (var around = new Surroundings(directory);
                var database = TestDatabase.createEmpty()) {
            Map<String, String> environment = around.environment(database);
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
}
