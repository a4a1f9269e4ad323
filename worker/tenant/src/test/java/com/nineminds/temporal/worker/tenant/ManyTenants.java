package com.nineminds.temporal.worker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.worker.tenant.password.HashParameters;
import com.nineminds.temporal.worker.tenant.password.HashParameters.Digest;
import com.nineminds.temporal.worker.tenant.password.PasswordHasher;
import com.nineminds.temporal.worker.tenant.stub.ResendStub.Mail;
import com.nineminds.temporal.worker.tenant.stub.Sql;
import com.nineminds.temporal.worker.tenant.wire.JsonClient;
import io.temporal.api.common.v1.WorkflowExecution;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Runs for many tenants at once, and what must have become of them whatever happened meanwhile. */
record ManyTenants(JsonClient client, List<WorkflowExecution> runs) {

    /** As the worker has it by default, with the pepper of {@link Surroundings}. */
    private static final PasswordHasher HASHER =
            new PasswordHasher(new HashParameters(12, 10_000, 64, Digest.SHA512), () -> Surroundings.PEPPER);

    /** With the timeouts of the product's callers. */
    static ManyTenants begin(JsonClient client, int tenants) {
        return begin(client, tenants, Duration.ofMinutes(30));
    }

    static ManyTenants begin(JsonClient client, int tenants, Duration runTimeout) {
        String ids = "tenant-creation-" + UUID.randomUUID() + "-";
        return new ManyTenants(
                client,
                IntStream.range(0, tenants)
                        .mapToObj(number ->
                                client.start("tenantCreationWorkflow", ids + number, runTimeout, """
                        {"tenantName": "Acme %1$d", "companyName": "Acme Inc %1$d", "checkoutSessionId": "cs_%1$d", "adminUser":
                         {"firstName": "Ada", "lastName": "Lovelace", "email": "ada@acme-%1$d.example"}}""".formatted(number)))
                        .toList());
    }

    /** Waits until all have ended. */
    void assertEachExistsOnce(Surroundings around, Sql database) {
        List<JsonNode> results = runs.stream().map(client::result).toList();
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.path("emailSent").asBoolean()).isTrue());
        assertThat(database.query("SELECT tenant FROM tenants"))
                .containsExactlyInAnyOrderElementsOf(results.stream()
                        .map(result -> result.path("tenantId").asText())
                        .toList());
        assertThat(database.rows())
                .hasSize(8)
                .allSatisfy((table, count) -> assertThat(count).as(table).isEqualTo(runs.size()));
        assertThat(around.resend().mails())
                .hasSize(runs.size())
                .allSatisfy(mail -> assertOpens(mail, database))
                .extracting(Mail::to)
                .doesNotHaveDuplicates();
    }

    private static void assertOpens(Mail mail, Sql database) {
        String hash = database.value("SELECT hashed_password FROM users WHERE email = '" + mail.to() + "'");
        assertThat(HASHER.verify(mail.password(), hash)).as(mail.to()).isTrue();
    }
}
