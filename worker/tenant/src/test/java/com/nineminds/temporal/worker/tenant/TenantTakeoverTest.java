package com.nineminds.temporal.worker.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.worker.runtime.ExitCode;
import com.nineminds.temporal.worker.tenant.stub.ResendStub.Mail;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import com.nineminds.temporal.worker.tenant.wire.JsonClient;
import io.temporal.api.common.v1.WorkflowExecution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends in the middle of its work, and another one that takes over. */
class TenantTakeoverTest {

    private static final int TENANTS = 20;

    @TempDir
    private Path directory;

    @Test
    void what_a_killed_worker_has_begun_another_one_ends() throws Exception {
        try (var around = new Surroundings(directory);
                var database = TestDatabase.createEmpty();
                var client = around.client();
                var first = TenantProcess.start(directory, around.environment(database))) {
            List<WorkflowExecution> runs = begin(client, around);
            first.kill();
            assertThat(first.exitCode()).isNotZero();

            assertTakenOver(around, database, client, runs);
        }
    }

    @Test
    void what_a_stopped_worker_leaves_another_one_ends() throws Exception {
        try (var around = new Surroundings(directory);
                var database = TestDatabase.createEmpty();
                var client = around.client();
                var first = TenantProcess.start(directory, around.environment(database))) {
            List<WorkflowExecution> runs = begin(client, around);
            first.terminate();
            assertThat(first.exitCode()).as(first.output()).isEqualTo(ExitCode.STOPPED.number());

            assertTakenOver(around, database, client, runs);
        }
    }

    /** Returns while there is work on every step: the first mail is out, the last is not. */
    private static List<WorkflowExecution> begin(JsonClient client, Surroundings around) {
        List<WorkflowExecution> runs = IntStream.range(0, TENANTS)
                .mapToObj(number ->
                        client.start("tenantCreationWorkflow", "tenant-creation-" + number, """
                        {"tenantName": "Acme %1$d", "checkoutSessionId": "cs_%1$d", "adminUser":
                         {"firstName": "Ada", "lastName": "Lovelace", "email": "ada@acme-%1$d.example"}}""".formatted(number)))
                .toList();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !around.resend().mails().isEmpty());
        return runs;
    }

    private void assertTakenOver(
            Surroundings around, TestDatabase database, JsonClient client, List<WorkflowExecution> runs)
            throws Exception {
        assertThat(around.resend().mails()).as("mails before the end").hasSizeLessThan(TENANTS);
        try (var second = TenantProcess.start(directory, around.environment(database))) {
            List<String> tenants = runs.stream()
                    .map(run -> client.result(run).path("tenantId").asText())
                    .toList();

            assertThat(database.query("SELECT tenant FROM tenants")).containsExactlyInAnyOrderElementsOf(tenants);
            assertThat(database.query("SELECT email FROM users"))
                    .doesNotHaveDuplicates()
                    .hasSize(TENANTS);
            assertThat(around.resend().mails())
                    .extracting(Mail::to)
                    .doesNotHaveDuplicates()
                    .hasSize(TENANTS);
            second.terminate();
            assertThat(second.exitCode()).as(second.output()).isEqualTo(ExitCode.STOPPED.number());
        }
    }
}
