package com.nineminds.temporal.worker.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.dependency.Dependency;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    private Optional<String> temporal() {
        var stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(config.address())
                .setRpcTimeout(PATIENCE)
                .build());
        try {
            stubs.connect(PATIENCE);
            var described = stubs.blockingStub()
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(config.namespace())
                            .build());
            return described.hasNamespaceInfo() ? Optional.empty() : Optional.of("the namespace cannot be described");
        } catch (StatusRuntimeException refused) {
            return Optional.of(config.address() + ", namespace " + config.namespace() + ": " + refused.getMessage());
        } finally {
            stubs.shutdownNow();
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
