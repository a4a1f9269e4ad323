package com.nineminds.temporal.worker.benchmark;

import com.nineminds.temporal.worker.runtime.sample.GreetingRequest;
import com.nineminds.temporal.worker.runtime.sample.GreetingWorkflow;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Gives workers something to do: the client's side of the benchmark. */
final class Load implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final ExecutorService callers;

    /** @param callers how many workflows are on their way at the same time */
    Load(String address, String namespace, int callers) {
        stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
        this.callers = Executors.newFixedThreadPool(callers);
    }

    /** Starts a workflow without activities: one workflow task answers it. */
    WorkflowStub startShortest(String taskQueue) {
        return start(taskQueue, new GreetingRequest("first", 0, 0, 0));
    }

    /** Runs workflows until all have ended, each caller one after the other. */
    void run(String taskQueue, int workflows, int activities) {
        var request = new GreetingRequest("all", activities, 0, 0);
        all(Collections.nCopies(workflows, () -> workflow(taskQueue).greet(request)));
    }

    /** Starts workflows of which each holds an activity's slot, and returns when all of these activities run. */
    List<WorkflowStub> hold(String taskQueue, int slots) {
        var request = new GreetingRequest("held", 1, 0, LONGEST.toMillis());
        List<WorkflowStub> held = all(Collections.nCopies(slots, () -> start(taskQueue, request)));
        all(held.stream()
                .<Callable<Boolean>>map(workflow -> () -> untilActivityRuns(workflow))
                .toList());
        return held;
    }

    void end(List<WorkflowStub> held) {
        all(held.stream()
                .<Callable<Boolean>>map(workflow -> () -> {
                    workflow.terminate("measured");
                    return true;
                })
                .toList());
    }

    private GreetingWorkflow workflow(String taskQueue) {
        return client.newWorkflowStub(
                GreetingWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(taskQueue)
                        .setWorkflowExecutionTimeout(LONGEST)
                        .build());
    }

    private WorkflowStub start(String taskQueue, GreetingRequest request) {
        GreetingWorkflow workflow = workflow(taskQueue);
        WorkflowClient.start(workflow::greet, request);
        return WorkflowStub.fromTyped(workflow);
    }

    private static boolean untilActivityRuns(WorkflowStub workflow) throws InterruptedException {
        while (workflow.describe().getRawDescription().getPendingActivitiesList().stream()
                .noneMatch(activity -> activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED)) {
            Thread.sleep(50);
        }
        return true;
    }

    private <T> List<T> all(List<? extends Callable<T>> calls) {
        try {
            List<Future<T>> answers = callers.invokeAll(calls, LONGEST.toSeconds(), TimeUnit.SECONDS);
            return IntStream.range(0, answers.size())
                    .mapToObj(at -> answer(answers.get(at)))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
        stubs.shutdownNow();
    }
}
