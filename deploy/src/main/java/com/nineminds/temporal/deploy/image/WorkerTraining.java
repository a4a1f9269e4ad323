package com.nineminds.temporal.deploy.image;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One workflow of a worker on an embedded Temporal server.
 *
 * @param workflow its type
 * @param input its only argument
 * @param settings what the worker is told, beside where Temporal is
 * @param database what it needs besides
 */
record WorkerTraining(
        EmbeddedTemporal temporal, String workflow, Object input, Map<String, String> settings, Closeable database)
        implements Training {
    private static final String QUEUE = "training";
    private static final int SECONDS = 120;

    WorkerTraining {
        settings = Map.copyOf(settings);
    }

    static WorkerTraining sample() {
        var greeting = Map.of("name", "training", "rounds", 1, "pauseMillis", 1, "workMillis", 1);
        return new WorkerTraining(temporalServer(), "GreetingWorkflow", greeting, Map.of(), () -> {});
    }

    /** Nobody is mailed and no store is told. */
    static WorkerTraining tenant() throws IOException {
        EmbeddedPostgres database = EmbeddedPostgres.start();
        Map<String, String> settings = new HashMap<>();
        settings.put("DB_HOST", "localhost");
        settings.put("DB_PORT", String.valueOf(database.getPort()));
        settings.put("DB_NAME_SERVER", "postgres");
        settings.put("DB_CREATE_PRODUCT_SCHEMA", "true");
        settings.put("EMAIL_PROVIDER", "mock");
        settings.put("ALGA_AUTH_KEY", "pepper-of-a-training");
        for (String user : new String[] {"ADMIN", "SERVER"}) {
            settings.put("DB_USER_" + user, "postgres");
            settings.put("DB_PASSWORD_" + user, "none-is-asked-for");
        }
        var administrator = Map.of("firstName", "Ada", "lastName", "Lovelace", "email", "ada@acme.example");
        var request = Map.of("tenantName", "Training", "adminUser", administrator);
        return new WorkerTraining(temporalServer(), "tenantCreationWorkflow", request, settings, database);
    }

    private static EmbeddedTemporal temporalServer() {
        return EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(settings);
        all.put("TEMPORAL_ADDRESS", temporal.address());
        all.put("TEMPORAL_TASK_QUEUE", QUEUE);
        return all;
    }

    @Override
    public String portVariable() {
        return "HEALTH_CHECK_PORT";
    }

    @Override
    public void exercise() throws IOException {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(temporal.address())
                .build());
        try {
            WorkflowStub stub = WorkflowClient.newInstance(stubs, WorkflowClientOptions.getDefaultInstance())
                    .newUntypedWorkflowStub(
                            workflow,
                            WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
            stub.start(input);
            stub.getResult(SECONDS, TimeUnit.SECONDS, Object.class);
        } catch (TimeoutException late) {
            throw new IOException(workflow + " has no result after " + SECONDS + " s", late);
        } finally {
            stubs.shutdownNow();
        }
    }

    @Override
    public void close() throws IOException {
        try (database) {
            temporal.close();
        }
    }
}
