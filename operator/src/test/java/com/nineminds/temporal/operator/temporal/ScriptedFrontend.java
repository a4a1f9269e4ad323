package com.nineminds.temporal.operator.temporal;

import com.google.protobuf.Timestamp;
import io.grpc.Attributes;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueuePartitionMetadata;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.ListTaskQueuePartitionsRequest;
import io.temporal.api.workflowservice.v1.ListTaskQueuePartitionsResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A frontend that answers what a test tells it: pollers per partition of workflow tasks, or an error. */
final class ScriptedFrontend extends WorkflowServiceGrpc.WorkflowServiceImplBase implements AutoCloseable {

    private final Server server;
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<String, List<PollerInfo>> pollersByPartition = new ConcurrentHashMap<>();
    private volatile Status answer = Status.OK;

    ScriptedFrontend() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .addTransportFilter(new ConnectionCount())
                .build()
                .start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    int connections() {
        return connections.get();
    }

    void answerWith(Status error) {
        answer = error;
    }

    void poller(String partition, String identity, Instant lastAccess) {
        var poller = PollerInfo.newBuilder()
                .setIdentity(identity)
                .setLastAccessTime(Timestamp.newBuilder().setSeconds(lastAccess.getEpochSecond()))
                .build();
        pollersByPartition.merge(
                partition,
                List.of(poller),
                (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }

    @Override
    public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> response) {
        response.onNext(GetSystemInfoResponse.getDefaultInstance());
        response.onCompleted();
    }

    @Override
    public void listTaskQueuePartitions(
            ListTaskQueuePartitionsRequest request, StreamObserver<ListTaskQueuePartitionsResponse> response) {
        var partitions = ListTaskQueuePartitionsResponse.newBuilder();
        pollersByPartition
                .keySet()
                .forEach(name -> partitions.addWorkflowTaskQueuePartitions(
                        TaskQueuePartitionMetadata.newBuilder().setKey(name)));
        send(partitions.build(), response);
    }

    @Override
    public void describeTaskQueue(
            DescribeTaskQueueRequest request, StreamObserver<DescribeTaskQueueResponse> response) {
        boolean workflow = request.getTaskQueueType() == TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;
        List<PollerInfo> pollers =
                pollersByPartition.getOrDefault(request.getTaskQueue().getName(), List.of());
        send(
                DescribeTaskQueueResponse.newBuilder()
                        .addAllPollers(workflow ? pollers : List.of())
                        .build(),
                response);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private <T> void send(T message, StreamObserver<T> response) {
        if (answer.isOk()) {
            response.onNext(message);
            response.onCompleted();
        } else {
            response.onError(answer.asRuntimeException());
        }
    }

    private final class ConnectionCount extends ServerTransportFilter {
        @Override
        public Attributes transportReady(Attributes attributes) {
            connections.incrementAndGet();
            return attributes;
        }

        @Override
        public void transportTerminated(Attributes attributes) {
            connections.decrementAndGet();
        }
    }
}
