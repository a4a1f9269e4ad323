package com.nineminds.temporal.worker.runtime.replay;

import com.google.common.base.Throwables;
import com.google.protobuf.util.JsonFormat;
import com.nineminds.temporal.worker.runtime.registration.Registration;
import io.temporal.api.history.v1.History;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Replays histories against registered workflows, without a server. */
public final class Replayer implements AutoCloseable {

    private final NoServer server = NoServer.start();
    private final WorkflowServiceStubs stubs;
    private final WorkerFactory factory;
    private final Worker worker;

    public Replayer(Registration registration, DataConverter converter) {
        stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setChannel(server.channel())
                .build());
        factory = WorkerFactory.newInstance(WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder().setDataConverter(converter).build()));
        worker = factory.newWorker("replay");
        registration.addWorkflowsTo(worker);
    }

    /** How the workflow's code of now differs from what the history says; empty when it does not. */
    public Optional<String> difference(Path file) {
        try {
            worker.replayWorkflowExecution(new WorkflowExecutionHistory(read(file)));
            return Optional.empty();
        } catch (Exception different) {
            return Optional.of(String.valueOf(Throwables.getRootCause(different).getMessage()));
        }
    }

    /** Proto JSON, as the CLI and the web interface write it. */
    private static History read(Path file) throws IOException {
        var history = History.newBuilder();
        JsonFormat.parser().ignoringUnknownFields().merge(Files.readString(file), history);
        return history.build();
    }

    @Override
    public void close() {
        factory.shutdownNow();
        stubs.shutdownNow();
        server.close();
    }
}
