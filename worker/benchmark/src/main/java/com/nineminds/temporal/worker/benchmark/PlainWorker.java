package com.nineminds.temporal.worker.benchmark;

import com.nineminds.temporal.worker.runtime.sample.GreetingWorkflowCode;
import com.nineminds.temporal.worker.runtime.sample.SlowGreetings;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;

/** The sample worker on the plain SDK, as its documentation writes one: no settings, no logs, no metrics, no health server. */
final class PlainWorker {
    private PlainWorker() {}

    /** @param arguments address, namespace, task queue, slots, pollers, cached workflows */
    public static void main(String[] arguments) {
        var stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(arguments[0]).build());
        var client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder().setNamespace(arguments[1]).build());
        var factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(Integer.parseInt(arguments[5]))
                        .build());
        int slots = Integer.parseInt(arguments[3]);
        int pollers = Integer.parseInt(arguments[4]);
        var worker = factory.newWorker(
                arguments[2],
                WorkerOptions.newBuilder()
                        .setMaxConcurrentActivityExecutionSize(slots)
                        .setMaxConcurrentWorkflowTaskExecutionSize(slots)
                        .setMaxConcurrentActivityTaskPollers(pollers)
                        .setMaxConcurrentWorkflowTaskPollers(pollers)
                        .build());
        worker.registerWorkflowImplementationTypes(GreetingWorkflowCode.class);
        worker.registerActivitiesImplementations(new SlowGreetings());
        factory.start();
    }
}
