package com.nineminds.temporal.rehearsal.story;

import com.nineminds.temporal.worker.runtime.sample.GreetingRequest;
import com.nineminds.temporal.worker.runtime.sample.GreetingWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Workflows that run while revisions come and go; every one of them must complete. */
public final class WorkflowLoad implements AutoCloseable {
    private static final int ROUNDS = 10;

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final String taskQueue;
    private final List<WorkflowStub> started = new ArrayList<>();

    public WorkflowLoad(String address, String namespace, String taskQueue) {
        this.stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        this.client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
        this.taskQueue = taskQueue;
    }

    /** Starts workflows that last about half a minute each. */
    public void start(int count) {
        for (int i = 0; i < count; i++) {
            GreetingWorkflow workflow = client.newWorkflowStub(
                    GreetingWorkflow.class,
                    WorkflowOptions.newBuilder()
                            .setTaskQueue(taskQueue)
                            .setWorkflowId("greeting-" + (started.size() + 1))
                            .build());
            WorkflowClient.start(workflow::greet, new GreetingRequest("everybody", ROUNDS, 2_500, 300));
            started.add(WorkflowStub.fromTyped(workflow));
        }
    }

    public int started() {
        return started.size();
    }

    /** Waits a minute at most for all of them. */
    public int completed() throws InterruptedException {
        List<CompletableFuture<String>> results =
                started.stream().map(each -> each.getResultAsync(String.class)).toList();
        try {
            CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
        } catch (TimeoutException | ExecutionException e) {
            // those that did not complete are missing from the count
        }
        return (int) results.stream()
                .filter(each -> each.isDone() && !each.isCompletedExceptionally())
                .count();
    }

    @Override
    public void close() {
        stubs.shutdownNow();
    }
}
