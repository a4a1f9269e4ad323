package com.nineminds.temporal.embedded;

import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.temporal.api.enums.v1.DescribeTaskQueueMode;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.taskqueue.v1.TaskQueuePartitionMetadata;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.api.workflowservice.v1.ListTaskQueuePartitionsRequest;
import io.temporal.api.workflowservice.v1.ListTaskQueuePartitionsResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Clock;
import java.util.function.Function;

/** Answers the two calls about task queues that the test server lacks, from the observed polls alone. */
final class TaskQueueAnswers {

    private final PollerHistory history;
    private final Clock clock;

    TaskQueueAnswers(PollerHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** The same service with these two calls answered here. Other services are returned as they are. */
    ServerServiceDefinition addTo(ServerServiceDefinition service) {
        if (!service.getServiceDescriptor().getName().equals(WorkflowServiceGrpc.SERVICE_NAME)) {
            return service;
        }
        var builder = ServerServiceDefinition.builder(service.getServiceDescriptor());
        add(builder, WorkflowServiceGrpc.getDescribeTaskQueueMethod(), this::describe);
        add(builder, WorkflowServiceGrpc.getListTaskQueuePartitionsMethod(), this::partitions);
        service.getMethods().stream()
                .filter(method -> !isAnsweredHere(method.getMethodDescriptor()))
                .forEach(builder::addMethod);
        return builder.build();
    }

    private static boolean isAnsweredHere(MethodDescriptor<?, ?> method) {
        return method.equals(WorkflowServiceGrpc.getDescribeTaskQueueMethod())
                || method.equals(WorkflowServiceGrpc.getListTaskQueuePartitionsMethod());
    }

    private static <Q, R> void add(
            ServerServiceDefinition.Builder service, MethodDescriptor<Q, R> method, Function<Q, R> answer) {
        service.addMethod(method, ServerCalls.asyncUnaryCall((request, response) -> {
            try {
                response.onNext(answer.apply(request));
                response.onCompleted();
            } catch (RuntimeException refused) {
                response.onError(refused);
            }
        }));
    }

    private DescribeTaskQueueResponse describe(DescribeTaskQueueRequest request) {
        if (request.getApiMode() == DescribeTaskQueueMode.DESCRIBE_TASK_QUEUE_MODE_ENHANCED) {
            throw Status.UNIMPLEMENTED
                    .withDescription("the embedded server describes task queues in the default api_mode only")
                    .asRuntimeException();
        }
        requireNames(request.getNamespace(), request.getTaskQueue());
        var queue = new PolledQueue(
                request.getNamespace(), request.getTaskQueue().getName(), PollKind.of(request.getTaskQueueType()));
        return DescribeTaskQueueResponse.newBuilder()
                .addAllPollers(history.pollersOf(queue, clock.instant()))
                .build();
    }

    /** One partition per task queue: the test server has no others. */
    private ListTaskQueuePartitionsResponse partitions(ListTaskQueuePartitionsRequest request) {
        requireNames(request.getNamespace(), request.getTaskQueue());
        var partition = TaskQueuePartitionMetadata.newBuilder()
                .setKey(request.getTaskQueue().getName())
                .setOwnerHostName("embedded");
        return ListTaskQueuePartitionsResponse.newBuilder()
                .addActivityTaskQueuePartitions(partition)
                .addWorkflowTaskQueuePartitions(partition)
                .build();
    }

    private static void requireNames(String namespace, TaskQueue taskQueue) {
        if (namespace.isEmpty()) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("Namespace not set on request.")
                    .asRuntimeException();
        }
        if (taskQueue.getName().isEmpty()) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("taskQueue is not set")
                    .asRuntimeException();
        }
    }
}
