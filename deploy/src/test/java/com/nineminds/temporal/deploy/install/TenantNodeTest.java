package com.nineminds.temporal.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.worker.tenant.stub.ResendStub.Mail;
import io.temporal.api.common.v1.WorkflowExecution;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example for production under the installed operator: it makes tenants while its revisions come, go and are rolled back. */
class TenantNodeTest {
    @RegisterExtension
    static final Installation INSTALLED = Installation.SHARED;

    private static final int TENANTS = 20;

    private static ProductionExample example;

    @BeforeAll
    static void apply() {
        example = new ProductionExample(INSTALLED.client(), INSTALLED.level(), INSTALLED.production);
        example.apply("one", settings -> {});
        example.worker().awaitPhase(Phase.Healthy);
    }

    @AfterAll
    static void close() {
        if (example != null) {
            example.close();
        }
    }

    @Test
    void its_image_runs_without_root_and_writes_to_tmp_only() {
        PodShell shell = example.shell();
        assertThat(shell.run("id", "-u")).isEqualTo("1000");
        assertThat(shell.run(
                        "sh", "-c", "touch /app/x 2>/dev/null; touch /x 2>/dev/null; ls /app/x /x 2>/dev/null; true"))
                .isEmpty();
        assertThat(shell.run("sh", "-c", "echo works > /tmp/x; cat /tmp/x; rm /tmp/x"))
                .isEqualTo("works");
    }

    @Test
    void its_jvm_starts_from_the_cache_in_the_image() {
        assertThat(example.shell().takesStartCache()).isTrue();
    }

    @Test
    void a_rollout_in_the_middle_of_provisionings_costs_none_of_them() {
        List<WorkflowExecution> begun = start("before");

        example.apply("two", settings -> {});
        List<WorkflowExecution> meanwhile = start("meanwhile");
        example.worker().awaitPhase(Phase.Healthy);

        assertEachOnce("before", begun);
        assertEachOnce("meanwhile", meanwhile);
    }

    @Test
    void a_revision_that_lacks_a_setting_is_rolled_back_and_tenants_are_made_all_the_while() {
        String stable = example.worker().status().stable().hash();

        example.apply("three", settings -> settings.remove("RESEND_DEFAULT_FROM_ADDRESS"));
        List<WorkflowExecution> meanwhile = start("bad");
        TemporalWorkerStatus status = example.worker().awaitPhase(Phase.RolledBack);

        assertThat(status.stable().hash()).isEqualTo(stable);
        assertThat(status.rejected())
                .filteredOn(each -> each.hash().equals(status.target().hash()))
                .singleElement()
                .satisfies(rejected -> {
                    assertThat(rejected.reason()).isEqualTo("CrashLoop");
                    assertThat(rejected.evidence())
                            .as("the code of a bad configuration")
                            .contains("78");
                });
        assertEachOnce("bad", meanwhile);
    }

    private static List<WorkflowExecution> start(String prefix) {
        return IntStream.range(0, TENANTS)
                .mapToObj(number -> example.client()
                        .start(
                                "tenantCreationWorkflow",
                                prefix + "-" + INSTALLED.production + "-" + number,
                                """
                        {"tenantName": "Acme %1$s %2$d", "checkoutSessionId": "cs_%1$s_%2$d", "adminUser":
                         {"firstName": "Ada", "lastName": "Lovelace", "email": "ada@%1$s-%2$d.example"}}""".formatted(prefix, number)))
                .toList();
    }

    /** One tenant, one administrator, one mail, one word to the store for each run. */
    private static void assertEachOnce(String prefix, List<WorkflowExecution> runs) {
        List<String> tenants = runs.stream()
                .map(run -> example.client().result(run).path("tenantId").asText())
                .toList();
        String like = "'ada@" + prefix + "-%'";
        assertThat(example.database().query("SELECT tenant FROM users WHERE email LIKE " + like))
                .containsExactlyInAnyOrderElementsOf(tenants);
        assertThat(example.mails())
                .extracting(Mail::to)
                .filteredOn(to -> to.startsWith("ada@" + prefix + "-"))
                .doesNotHaveDuplicates()
                .hasSize(TENANTS);
    }
}
