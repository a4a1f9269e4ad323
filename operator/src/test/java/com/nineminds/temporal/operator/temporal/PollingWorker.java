package com.nineminds.temporal.operator.temporal;

import io.temporal.activity.ActivityInterface;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.concurrent.TimeUnit;

/** A real SDK worker with little to do. */
final class PollingWorker implements AutoCloseable {

    /** Does nothing. */
    @WorkflowInterface
    public interface Idle {
        @WorkflowMethod
        void run();
    }

    /** Does nothing either. */
    public static final class IdleCode implements Idle {
        @Override
        public void run() {}
    }

    /** Makes the worker poll for activities. */
    @ActivityInterface
    public interface Nothing {
        void nothing();
    }

    private final WorkflowServiceStubs stubs;
    private final WorkerFactory factory;

    PollingWorker(TemporalEndpoint endpoint, String taskQueue, String identity, WorkerOptions options) {
        stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(endpoint.address())
                .build());
        factory = WorkerFactory.newInstance(WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(endpoint.namespace())
                        .setIdentity(identity)
                        .build()));
        var worker = factory.newWorker(taskQueue, options);
        worker.registerWorkflowImplementationTypes(IdleCode.class);
        worker.registerActivitiesImplementations((Nothing) () -> {});
        factory.start();
    }

    @Override
    public void close() {
        factory.shutdownNow();
        factory.awaitTermination(10, TimeUnit.SECONDS);
        stubs.shutdownNow();
    }
}
