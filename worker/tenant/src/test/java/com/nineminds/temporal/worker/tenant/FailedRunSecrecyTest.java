package com.nineminds.temporal.worker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.runtime.ExitCode;
import com.nineminds.temporal.worker.tenant.password.TemporaryPasswords;
import com.nineminds.temporal.worker.tenant.stub.StoreStub;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Answer;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import com.nineminds.temporal.worker.tenant.wire.JsonClient;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs that fail leave in histories, log, database and at the store: no password, no secret and, outside of their input, no person. */
class FailedRunSecrecyTest {

    private static final TemporaryPasswords PASSWORDS = new TemporaryPasswords(() -> Surroundings.PEPPER);
    private static final String[] SECRETS = {"re_test", StoreStub.SECRET, Surroundings.PEPPER};

    @TempDir
    private Path directory;

    @Test
    void a_run_that_fails_tells_nobody_the_password_and_names_no_person() throws Exception {
        try (var around = new Surroundings(directory);
                var database = TestDatabase.createEmpty();
                var client = around.client();
                var worker = TenantProcess.start(directory, around.environment(database))) {
            List<WorkflowExecution> runs = failingRuns(around, database, client);
            worker.terminate();
            assertThat(worker.exitCode()).isEqualTo(ExitCode.STOPPED.number());

            String[] passwords = passwords(database);
            assertThat(passwords).as("of the runs that came so far").hasSize(3);
            assertThat(worker.output()).as("log").contains("tenant creation failed");
            assertThat(around.store().statuses()).contains("failed");
            assertSilent("log", worker.output(), passwords);
            assertSilent("store", around.store().updates().toString(), passwords);
            assertThat(database.dump())
                    .doesNotContain(passwords)
                    .doesNotContain(SECRETS)
                    .contains("retain-late@")
                    .doesNotContain("compensate-early@", "compensate-late@");
            assertThat(runs).allSatisfy(run -> {
                List<HistoryEvent> history = client.history(run);
                assertThat(history.toString()).doesNotContain(passwords).doesNotContain(SECRETS);
                assertSilent("failures", failures(history).toList().toString(), passwords);
            });
        }
    }

    private static void assertSilent(String where, String text, String... passwords) {
        assertThat(text)
                .as(where)
                .doesNotContainIgnoringCase("zuleika", "quillfeather")
                .doesNotContain(passwords)
                .doesNotContain(SECRETS);
    }

    /** One whose mail is refused; and for each policy one that fails before there is a password, and one that fails after. */
    private static List<WorkflowExecution> failingRuns(Surroundings around, TestDatabase database, JsonClient client) {
        client.result(client.start("readinessWorkflow", "ready"));
        keepSeeds(database);
        around.resend()
                .server()
                .failNext(new Answer(422, Map.of(), "{\"message\": \"zuleika-mailless@quillfeather.example\"}"));
        WorkflowExecution mailless = start(client, "RETAIN", "mailless");
        assertThat(client.result(mailless).path("emailSent").asBoolean()).isFalse();
        // PostgreSQL quotes the whole row in its answer.
        database.execute("ALTER TABLE users ADD CHECK (email NOT LIKE '%-early@%')");
        database.execute("ALTER TABLE tenant_settings ADD CHECK (false) NOT VALID");
        List<WorkflowExecution> failing = Stream.of("RETAIN", "COMPENSATE")
                .flatMap(policy -> Stream.of("early", "late").map(when -> start(client, policy, when)))
                .toList();
        assertThat(failing)
                .extracting(run -> client.end(run)
                        .getWorkflowExecutionFailedEventAttributes()
                        .getFailure()
                        .getApplicationFailureInfo()
                        .getType())
                .containsOnly("ValidationError");
        return Stream.concat(Stream.of(mailless), failing.stream()).toList();
    }

    private static WorkflowExecution start(JsonClient client, String policy, String when) {
        String name = policy.toLowerCase(Locale.ROOT) + "-" + when;
        return client.start("tenantCreationWorkflow", name, """
                {"tenantName": "Acme %1$s", "checkoutSessionId": "cs_%1$s", "compensation": "%2$s", "adminUser":
                 {"firstName": "Zuleika", "lastName": "Quillfeather", "email": "%1$s@quillfeather.example"}}""".formatted(name, policy));
    }

    /** A seed is deleted with its tenant, and when its mail has been accepted. */
    private static void keepSeeds(TestDatabase database) {
        database.execute("CREATE SCHEMA witness");
        database.execute("CREATE TABLE witness.seed (user_id uuid, seed bytea)");
        database.execute("CREATE FUNCTION witness.keep() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN INSERT INTO witness.seed VALUES (NEW.user_id, NEW.seed); RETURN NEW; END'");
        database.execute("CREATE TRIGGER keep AFTER INSERT ON worker.password_seed"
                + " FOR EACH ROW EXECUTE FUNCTION witness.keep()");
    }

    private static String[] passwords(TestDatabase database) {
        return database.query("SELECT user_id || ' ' || encode(seed, 'hex') FROM witness.seed").stream()
                .map(row -> row.split(" "))
                .map(row -> PASSWORDS.of(UUID.fromString(row[0]), HexFormat.of().parseHex(row[1])))
                .toArray(String[]::new);
    }

    private static Stream<Failure> failures(List<HistoryEvent> history) {
        return history.stream()
                .flatMap(event -> Stream.of(
                        event.getActivityTaskFailedEventAttributes().getFailure(),
                        event.getActivityTaskStartedEventAttributes().getLastFailure(),
                        event.getWorkflowTaskFailedEventAttributes().getFailure(),
                        event.getWorkflowExecutionFailedEventAttributes().getFailure()));
    }
}
