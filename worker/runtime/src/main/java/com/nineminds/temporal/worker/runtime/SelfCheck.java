package com.nineminds.temporal.worker.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.connection.ConnectionProblem;
import com.nineminds.temporal.worker.runtime.connection.TemporalConnection;
import com.nineminds.temporal.worker.runtime.dependency.Dependency;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Whether the worker could start: everything that it needs answers, and its types can be registered. Changes nothing anywhere. */
final class SelfCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** {@code problems} by what has them: {@code temporal}, {@code registration} or a dependency's name. */
    record Report(boolean ok, Map<String, String> problems, WorkerManifest manifest) {}

    private final WorkerConfig config;
    private final WorkerParts parts;

    SelfCheck(WorkerConfig config, WorkerParts parts) {
        this.config = config;
        this.parts = parts;
    }

    ExitCode run(PrintWriter output) {
        Map<String, String> problems = new TreeMap<>();
        temporal().ifPresent(why -> problems.put("temporal", why));
        parts.dependencies()
                .forEach(dependency -> ask(dependency).ifPresent(why -> problems.put(dependency.name(), why)));
        output.println(json(new Report(problems.isEmpty(), problems, WorkerManifest.of(config, parts))));
        return problems.isEmpty() ? ExitCode.STOPPED : ExitCode.UNAVAILABLE;
    }

    /** Asks as the worker does, so without gRPC's health check: Temporal Cloud answers an API key for a namespace only. */
    private Optional<String> temporal() {
        var stubs = WorkflowServiceStubs.newServiceStubs(
                TemporalConnection.options(config).setRpcTimeout(PATIENCE).build());
        var client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(config.namespace())
                        .build());
        try {
            return describeNamespace(client.getWorkflowServiceStubs());
        } finally {
            stubs.shutdownNow();
        }
    }

    private Optional<String> describeNamespace(WorkflowServiceStubs stubs) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var request = DescribeNamespaceRequest.newBuilder()
                .setNamespace(config.namespace())
                .build();
        for (int count = 0; ; count++) {
            try {
                return stubs.blockingStub().describeNamespace(request).hasNamespaceInfo()
                        ? Optional.empty()
                        : Optional.of("the namespace cannot be described");
            } catch (StatusRuntimeException refused) {
                Duration wait = Backoff.after(count, 1);
                if (!ConnectionProblem.isOutage(refused) || System.nanoTime() + wait.toNanos() - deadline > 0) {
                    return Optional.of(ConnectionProblem.of(config, refused));
                }
                LockSupport.parkNanos(wait.toNanos());
            }
        }
    }

    private static Optional<String> ask(Dependency dependency) {
        try {
            return dependency.problem();
        } catch (RuntimeException failed) {
            return Optional.of(String.valueOf(failed));
        }
    }

    private static String json(Report report) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
