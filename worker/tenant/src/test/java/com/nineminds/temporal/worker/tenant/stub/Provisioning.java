package com.nineminds.temporal.worker.tenant.stub;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.worker.tenant.wire.AdminUser;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationFailure;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationInput;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationResult;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationState;
import com.nineminds.temporal.worker.tenant.wire.WireJson;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs of the tenant worker's workflows, on a server that skips the time in which nothing happens unless another one is named. */
public final class Provisioning implements AutoCloseable {

    public static final String SESSION = "cs_1";

    /** A workflow's first task loads classes; on a busy machine that takes longer than the second after which it is given up. */
    private static final WorkerOptions PATIENT = WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(20_000)
            .build();

    public final TenantFixture fixture;
    public final ActivityFaults faults = new ActivityFaults();
    public final TestWorkflowEnvironment server;

    private final String queue;

    public Provisioning() {
        this(CompensationPolicy.RETAIN);
    }

    public Provisioning(CompensationPolicy policy) {
        this(new TenantFixture(policy));
    }

    /** With activities that are made in a special way. The fixture is closed with it. */
    public Provisioning(TenantFixture fixture) {
        this(fixture, "tenant-workflows", TestEnvironmentOptions.newBuilder());
    }

    private Provisioning(TenantFixture fixture, String queue, TestEnvironmentOptions.Builder where) {
        this.queue = queue;
        this.fixture = fixture;
        server = TestWorkflowEnvironment.newInstance(where.setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(WireJson.converter())
                        // Not the default, which names this machine: histories are kept.
                        .setIdentity("worker")
                        .build())
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(faults)
                        .build())
                .build());
        fixture.register(server.newWorker(queue, PATIENT));
        server.start();
    }

    /**
     * On a server that skips no time. One that does was seen to stop skipping for good, with no task under way, after a signal that came
     * out of an activity (temporal-test-server 1.38.0).
     */
    public static Provisioning inRealTime() {
        return new Provisioning(
                new TenantFixture(CompensationPolicy.RETAIN),
                "tenant-workflows",
                TestEnvironmentOptions.newBuilder().setUseTimeskipping(false));
    }

    /** On the server at this address, {@code host:port}, which may have other workers: on a task queue of its own. */
    public static Provisioning on(String address) {
        return new Provisioning(
                new TenantFixture(CompensationPolicy.RETAIN),
                "tenant-workflows-" + UUID.randomUUID(),
                TestEnvironmentOptions.newBuilder().setUseExternalService(true).setTarget(address));
    }

    /** With a pool of so many connections, less than the worker's settings allow for its slots. */
    public static Provisioning withConnections(CompensationPolicy policy, int connections) {
        return new Provisioning(new TenantFixture(policy, connections));
    }

    /** One of many, with an address and a session of its own. */
    public static TenantCreationInput numbered(int number) {
        return new TenantCreationInput(
                "Acme " + number,
                new AdminUser("Ada", "Lovelace", "ada@acme-" + number + ".example"),
                Optional.of("Acme Inc " + number),
                Optional.empty(),
                Optional.of("cs_" + number),
                Optional.empty(),
                Optional.empty());
    }

    /** Acme, paid for by {@link #SESSION}. */
    public static TenantCreationInput acme() {
        return acme(Optional.empty());
    }

    public static TenantCreationInput acme(Optional<UUID> tenant) {
        return new TenantCreationInput(
                "Acme",
                new AdminUser("Ada", "Lovelace", "ada@acme.example"),
                Optional.of("Acme Inc"),
                Optional.empty(),
                Optional.of(SESSION),
                tenant,
                Optional.empty());
    }

    public static TenantCreationInput under(CompensationPolicy policy, TenantCreationInput input) {
        return new TenantCreationInput(
                input.tenantName(),
                input.adminUser(),
                input.companyName(),
                input.billingPlan(),
                input.checkoutSessionId(),
                input.tenantId(),
                Optional.of(policy));
    }

    /** With the timeouts of the product's callers. */
    public WorkflowStub start(TenantCreationInput input) {
        return start(input, Duration.ofMinutes(30));
    }

    public WorkflowStub start(TenantCreationInput input, Duration runTimeout) {
        var run = workflow("tenantCreationWorkflow", "tenant-creation-" + UUID.randomUUID(), runTimeout);
        var unused = run.start(input);
        return run;
    }

    public WorkflowStub workflow(String type, String id, Duration runTimeout) {
        return server.getWorkflowClient()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(queue)
                                .setWorkflowId(id)
                                .setWorkflowRunTimeout(runTimeout)
                                .setWorkflowTaskTimeout(Duration.ofMinutes(1))
                                .build());
    }

    public TenantCreationResult create(TenantCreationInput input) {
        return start(input).getResult(TenantCreationResult.class);
    }

    /** What a run ends with that must fail. */
    public TemporalFailure failure(WorkflowStub run) {
        try {
            throw new AssertionError("did not fail: " + run.getResult(JsonNode.class));
        } catch (WorkflowFailedException failed) {
            return (TemporalFailure) failed.getCause();
        }
    }

    /**
     * Returns when the run has taken up the last signal or cancellation. The test server loses the task now and then by which it would, if
     * an activity completes at the same moment (temporal-test-server 1.38.0), and the run stands still for ever.
     */
    public void awaitTakenUp(WorkflowStub run) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            List<EventType> events =
                    server.getWorkflowClient().fetchHistory(run.getExecution().getWorkflowId()).getEvents().stream()
                            .map(HistoryEvent::getEventType)
                            .toList();
            int told = Math.max(
                    events.lastIndexOf(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED),
                    events.lastIndexOf(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED));
            return told >= 0 && events.lastIndexOf(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) > told;
        });
    }

    public static TenantCreationFailure details(TemporalFailure failure) {
        return ((ApplicationFailure) failure).getDetails().get(TenantCreationFailure.class);
    }

    public static TenantCreationState state(WorkflowStub run) {
        return run.query("getState", TenantCreationState.class);
    }

    @Override
    public void close() {
        server.close();
        fixture.close();
    }
}
