package com.nineminds.temporal.worker.runtime.replay;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Stands where a server would: the SDK asks for its capabilities even when it only replays. */
final class NoServer implements AutoCloseable {

    private final Server server;
    private final ManagedChannel channel;

    private NoServer(Server server, ManagedChannel channel) {
        this.server = server;
        this.channel = channel;
    }

    static NoServer start() {
        String name = "replay-" + UUID.randomUUID();
        try {
            var server = InProcessServerBuilder.forName(name)
                    .directExecutor()
                    .addService(new Capabilities())
                    .build()
                    .start();
            return new NoServer(
                    server,
                    InProcessChannelBuilder.forName(name).directExecutor().build());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    ManagedChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private static final class Capabilities extends WorkflowServiceGrpc.WorkflowServiceImplBase {

        @Override
        public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
            answer.onNext(GetSystemInfoResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }
}
