package com.nineminds.temporal.worker.runtime.polling;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.enums.v1.TaskQueueKind;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Watches a worker's polls on their way to the server. A started worker factory does not prove that anybody polls, so readiness is
 * taken from here.
 */
public final class PollTracker implements ClientInterceptor {

    private enum Kind {
        WORKFLOW,
        ACTIVITY
    }

    private record Polled(String taskQueue, Kind kind) {}

    private final Clock clock;
    private final Map<Polled, QueuePolls> polls = new ConcurrentHashMap<>();

    public PollTracker(Clock clock) {
        this.clock = clock;
    }

    /**
     * The first reason why one of the task queues is not being polled; empty when all of them are, each for at least one kind of task
     * and none failing for the other.
     */
    public Optional<String> problem(List<String> taskQueues) {
        return taskQueues.stream()
                .flatMap(queue -> problem(queue).map(reason -> "task queue " + queue + ": " + reason).stream())
                .findFirst();
    }

    private Optional<String> problem(String taskQueue) {
        var kinds = polls.keySet().stream()
                .filter(polled -> polled.taskQueue().equals(taskQueue))
                .toList();
        if (kinds.isEmpty()) {
            return Optional.of("no poll has been sent yet");
        }
        return kinds.stream()
                .flatMap(polled -> polls.getOrDefault(polled, new QueuePolls()).problem(clock.instant()).stream())
                .findFirst();
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        if (!method.equals(WorkflowServiceGrpc.getPollWorkflowTaskQueueMethod())
                && !method.equals(WorkflowServiceGrpc.getPollActivityTaskQueueMethod())) {
            return next.newCall(method, options);
        }
        var sending = new SendingTracer();
        return new TrackedCall<>(next.newCall(method, options.withStreamTracerFactory(sending)), sending);
    }

    private static Optional<Polled> polled(Object request) {
        if (request instanceof PollWorkflowTaskQueueRequest poll) {
            return taskQueue(poll.getTaskQueue(), Kind.WORKFLOW);
        }
        if (request instanceof PollActivityTaskQueueRequest poll) {
            return taskQueue(poll.getTaskQueue(), Kind.ACTIVITY);
        }
        return Optional.empty();
    }

    /** A sticky queue belongs to this worker alone: polls of it bring no new workflows. */
    private static Optional<Polled> taskQueue(TaskQueue queue, Kind kind) {
        return queue.getKind() == TaskQueueKind.TASK_QUEUE_KIND_STICKY
                ? Optional.empty()
                : Optional.of(new Polled(queue.getName(), kind));
    }

    private final class TrackedCall<Q, R> extends SimpleForwardingClientCall<Q, R> {

        private final SendingTracer sending;
        private volatile Optional<QueuePolls> queue = Optional.empty();

        TrackedCall(ClientCall<Q, R> call, SendingTracer sending) {
            super(call);
            this.sending = sending;
        }

        @Override
        public void start(Listener<R> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            queue.ifPresent(polls -> ended(polls, status));
                            super.onClose(status, trailers);
                        }
                    },
                    headers);
        }

        @Override
        public void sendMessage(Q message) {
            queue = polled(message).map(it -> polls.computeIfAbsent(it, key -> new QueuePolls()));
            sending.whenSent(() -> queue.ifPresent(polls -> polls.sent(this, clock.instant())));
            super.sendMessage(message);
        }

        private void ended(QueuePolls polls, Status status) {
            if (status.isOk()) {
                polls.succeeded(this);
            } else if (status.getCode() == Status.Code.CANCELLED) {
                polls.cancelled(this);
            } else {
                polls.failed(
                        this,
                        status.getCode() + " "
                                + Optional.ofNullable(status.getDescription()).orElse(""));
            }
        }
    }
}
