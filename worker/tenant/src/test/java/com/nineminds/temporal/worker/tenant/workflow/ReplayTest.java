package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.nineminds.temporal.worker.runtime.registration.Registration;
import com.nineminds.temporal.worker.runtime.replay.HistoryFiles;
import com.nineminds.temporal.worker.runtime.replay.Replayer;
import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.stub.ActivityFaults.Fault;
import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Answer;
import com.nineminds.temporal.worker.tenant.wire.CancelRequest;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus.Status;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.ReadinessWorkflow;
import com.nineminds.temporal.worker.tenant.wire.ResendWelcomeEmailWorkflow;
import com.nineminds.temporal.worker.tenant.wire.SendWelcomeEmail;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationInput;
import com.nineminds.temporal.worker.tenant.wire.WireJson;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories that workers of earlier builds have written go on with this one. They are in {@code src/test/resources/histories};
 * {@code -Dhistories.record=true} adds those of now, which is called for by a new workflow, and by a change of one under
 * {@code Workflow.getVersion}. A recorded one is never replaced: its run may still be going on somewhere.
 */
class ReplayTest {

    private static final Path HISTORIES = Path.of("src/test/resources/histories");
    private static final Pattern TYPE = Pattern.compile("\"workflowType\":\\s*\\{\\s*\"name\":\\s*\"(\\w+)\"");

    static List<Path> histories() throws IOException {
        return HistoryFiles.of(List.of(HISTORIES));
    }

    private static Registration workflows() {
        var registration = Registration.builder();
        TenantWorkflows.addTo(registration, CompensationPolicy.COMPENSATE);
        return registration.build();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void a_recorded_run_goes_on_with_this_build(Path history) {
        try (var replayer = new Replayer(workflows(), WireJson.converter())) {
            assertThat(replayer.difference(history)).isEmpty();
        }
    }

    @Test
    void every_workflow_type_has_a_recorded_run() throws IOException {
        List<String> recorded = histories().stream()
                .map(ReplayTest::read)
                .flatMap(ReplayTest::types)
                .toList();

        assertThat(recorded)
                .contains(
                        "tenantCreationWorkflow",
                        "healthCheckWorkflow",
                        "readinessWorkflow",
                        "testEmailWorkflow",
                        "resendWelcomeEmailWorkflow",
                        "checkoutSessionStatusWorkflow");
    }

    @Test
    @EnabledIfSystemProperty(named = "histories.record", matches = "true")
    void record() {
        recordCreation("completed", provisioning -> provisioning.start(Provisioning.acme()));
        recordCreation("completed-after-retries", provisioning -> {
            provisioning.faults.once("createTenant", Fault.after(new IllegalStateException("killed")));
            return provisioning.start(Provisioning.acme());
        });
        recordCreation("retained", provisioning -> failing(provisioning, Provisioning.acme()));
        recordCreation(
                "compensated",
                provisioning ->
                        failing(provisioning, Provisioning.under(CompensationPolicy.COMPENSATE, Provisioning.acme())));
        recordCreation("refused", provisioning -> {
            provisioning.create(Provisioning.acme());
            return provisioning.start(Provisioning.acme());
        });
        recordCreation("status-handed-over", provisioning -> {
            for (int refusal = 0; refusal < 2; refusal++) {
                provisioning.fixture.store.server().failNext(Answer.of(401));
            }
            return provisioning.start(Provisioning.acme());
        });
        recordCreation(
                "cancelled-by-signal",
                provisioning -> interrupted(
                        provisioning, run -> run.signal("cancel", new CancelRequest("changed my mind", "ada"))));
        recordCreation("cancelled-by-temporal", provisioning -> interrupted(provisioning, WorkflowStub::cancel));
        recordOther("health-check", "healthCheckWorkflow");
        recordOther("readiness", "readinessWorkflow", new ReadinessWorkflow.Probe(Optional.of("parity")));
        recordOther("test-email", "testEmailWorkflow", testEmail());
        recordOther(
                "checkout-session-status",
                "checkoutSessionStatusWorkflow",
                new CheckoutSessionStatus("cs_1", Status.COMPLETED, Optional.of("w"), Optional.empty()));
        recordCreation("resent-welcome-email", provisioning -> {
            UUID tenant = provisioning.create(Provisioning.acme()).tenantId();
            return started(
                    provisioning,
                    "resendWelcomeEmailWorkflow",
                    new ResendWelcomeEmailWorkflow.Request(
                            tenant, Optional.empty(), Optional.of("u-1"), Optional.empty()));
        });
    }

    private static SendWelcomeEmail testEmail() {
        return new SendWelcomeEmail(
                "t-1",
                "Acme",
                new SendWelcomeEmail.Recipient("u-1", "Ada", "Lovelace", "ada@acme.example"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static WorkflowStub failing(Provisioning provisioning, TenantCreationInput input) {
        provisioning.faults.once("setupTenantData", Fault.before(Failures.configuration("a column is missing")));
        return provisioning.start(input);
    }

    private static WorkflowStub interrupted(Provisioning provisioning, Consumer<WorkflowStub> interruption) {
        var running = new CompletableFuture<WorkflowStub>();
        provisioning.faults.once("createAdminUser", Fault.first(() -> interruption.accept(running.join())));
        WorkflowStub run = provisioning.start(Provisioning.acme());
        running.complete(run);
        return run;
    }

    private static void recordOther(String name, String type, Object... input) {
        recordCreation(name, provisioning -> started(provisioning, type, input));
    }

    private static WorkflowStub started(Provisioning provisioning, String type, Object... input) {
        WorkflowStub run = provisioning.workflow(type, type + "-1", Duration.ofMinutes(30));
        var unused = run.start(input);
        return run;
    }

    private static void recordCreation(String name, Function<Provisioning, WorkflowStub> begin) {
        Path file = HISTORIES.resolve(name + ".json");
        if (Files.exists(file)) {
            return;
        }
        try (var provisioning = new Provisioning()) {
            WorkflowStub run = begin.apply(provisioning);
            var unused = run.getResultAsync(Object.class)
                    .handle((result, failed) -> name)
                    .join();
            Files.createDirectories(HISTORIES);
            Files.writeString(
                    file,
                    JsonFormat.printer()
                                    .print(provisioning
                                            .server
                                            .getWorkflowClient()
                                            .fetchHistory(run.getExecution().getWorkflowId())
                                            .getHistory())
                            + "\n");
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> types(String history) {
        return TYPE.matcher(history).results().map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
