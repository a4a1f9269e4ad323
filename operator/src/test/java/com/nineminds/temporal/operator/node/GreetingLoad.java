package com.nineminds.temporal.operator.node;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A few clients, each of which has one short workflow of the sample worker after the other run until {@link #finish}. */
final class GreetingLoad implements AutoCloseable {
    private static final int CLIENTS = 4;
    /** Of one workflow: far more than a lost worker costs. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final String taskQueue;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<Void>> clients;
    private final ConcurrentLinkedQueue<Duration> took = new ConcurrentLinkedQueue<>();
    private volatile boolean enough;

    GreetingLoad(NodeLevel level, String taskQueue) {
        this.stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(level.temporal())
                .build());
        this.client = WorkflowClient.newInstance(stubs);
        this.taskQueue = taskQueue;
        this.clients = Stream.generate(() -> threads.submit(oneAfterTheOther()))
                .limit(CLIENTS)
                .toList();
    }

    private Callable<Void> oneAfterTheOther() {
        return () -> {
            while (!enough) {
                long begun = System.nanoTime();
                runOne();
                took.add(Duration.ofNanos(System.nanoTime() - begun));
            }
            return null;
        };
    }

    private void runOne() {
        WorkflowStub workflow = client.newUntypedWorkflowStub(
                "GreetingWorkflow",
                WorkflowOptions.newBuilder()
                        .setTaskQueue(taskQueue)
                        .setWorkflowExecutionTimeout(LONGEST)
                        .build());
        workflow.start(Map.of("name", "you", "rounds", 3, "pauseMillis", 300, "workMillis", 300));
        workflow.getResult(String.class);
    }

    /** Lets the clients end what they run. Fails if a workflow failed. */
    Result finish() throws ExecutionException, InterruptedException {
        enough = true;
        for (Future<Void> each : clients) {
            each.get();
        }
        return new Result(took.size(), took.stream().max(Duration::compareTo).orElse(Duration.ZERO));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        stubs.shutdownNow();
    }

    /** @param longest of all workflows, which take two seconds when nothing is in their way */
    record Result(int finished, Duration longest) {}
}
