package com.nineminds.temporal.operator.temporal;

import com.google.common.util.concurrent.ListenableFuture;
import com.nineminds.temporal.operator.gate.TaskKind;
import io.grpc.Status;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.taskqueue.v1.TaskQueuePartitionMetadata;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.api.workflowservice.v1.ListTaskQueuePartitionsRequest;
import io.temporal.api.workflowservice.v1.ListTaskQueuePartitionsResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceFutureStub;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** One question about one task queue: which partitions it has and who polls each of them. */
record TaskQueueReading(WorkflowServiceFutureStub service, String namespace, String taskQueue) {

    Map<TaskKind, List<PollerSighting>> pollers() {
        var partitions = answer(service.listTaskQueuePartitions(ListTaskQueuePartitionsRequest.newBuilder()
                .setNamespace(namespace)
                .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue))
                .build()));
        // All questions are on their way before the first answer is waited for.
        var answers = new EnumMap<TaskKind, List<ListenableFuture<DescribeTaskQueueResponse>>>(TaskKind.class);
        for (TaskKind kind : TaskKind.values()) {
            answers.put(
                    kind,
                    names(partitions, kind).stream()
                            .map(name -> describe(name, kind))
                            .toList());
        }
        var pollers = new EnumMap<TaskKind, List<PollerSighting>>(TaskKind.class);
        answers.forEach((kind, described) -> pollers.put(kind, merged(described)));
        return pollers;
    }

    private static List<String> names(ListTaskQueuePartitionsResponse partitions, TaskKind kind) {
        var ofKind = kind == TaskKind.WORKFLOW
                ? partitions.getWorkflowTaskQueuePartitionsList()
                : partitions.getActivityTaskQueuePartitionsList();
        return ofKind.stream().map(TaskQueuePartitionMetadata::getKey).toList();
    }

    private ListenableFuture<DescribeTaskQueueResponse> describe(String partition, TaskKind kind) {
        return service.describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                .setNamespace(namespace)
                .setTaskQueue(TaskQueue.newBuilder().setName(partition))
                .setTaskQueueType(type(kind))
                .build());
    }

    private static TaskQueueType type(TaskKind kind) {
        return switch (kind) {
            case WORKFLOW -> TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;
            case ACTIVITY -> TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY;
        };
    }

    /** A worker polls several partitions; its latest access counts. */
    private static List<PollerSighting> merged(List<ListenableFuture<DescribeTaskQueueResponse>> partitions) {
        var latest = new TreeMap<String, Instant>();
        for (var partition : partitions) {
            for (PollerInfo poller : answer(partition).getPollersList()) {
                latest.merge(poller.getIdentity(), lastAccess(poller), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        var sightings = new ArrayList<PollerSighting>();
        latest.forEach((identity, access) -> sightings.add(new PollerSighting(identity, access)));
        return List.copyOf(sightings);
    }

    private static Instant lastAccess(PollerInfo poller) {
        var time = poller.getLastAccessTime();
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    private static <T> T answer(ListenableFuture<T> call) {
        try {
            return call.get();
        } catch (ExecutionException failed) {
            throw Status.fromThrowable(failed).asRuntimeException();
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
        }
    }
}
