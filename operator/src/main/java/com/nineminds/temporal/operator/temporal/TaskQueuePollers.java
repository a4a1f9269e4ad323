package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.operator.gate.TaskKind;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Tells who polls a task queue. Safe for use by several threads.
 *
 * <p>A task queue is cut into partitions (four by default). A poll goes to one of them, waits there for up to a minute, and {@code
 * DescribeTaskQueue} shows the pollers of the one partition that it names; the plain name is the first partition. So all partitions are
 * asked, or a worker with few pollers stays unseen for a minute. The default mode is used because it includes pollers of every
 * deployment version. The enhanced mode asks all partitions by itself, but is deprecated and leaves the versioned pollers out when it
 * answers from its cache, which is when it was asked within the last 5 seconds (server 1.32).
 */
public final class TaskQueuePollers implements AutoCloseable {

    private final Connections connections;

    /** {@code clock} says which connections are idle; the times of access come from the server. */
    public TaskQueuePollers(InstantSource clock) {
        this.connections = new Connections(clock);
    }

    /**
     * Everybody who polled this task queue within the server's memory (5 minutes by default), polls of sticky queues not counted.
     *
     * @param timeout for all calls together
     * @return every kind, each sorted by identity without duplicates; both empty for a task queue that nobody polls or that does not
     *     exist, which the server does not tell apart
     * @throws TemporalUnavailableException when the server gave no complete answer
     */
    public Map<TaskKind, List<PollerSighting>> read(TemporalEndpoint endpoint, String taskQueue, Duration timeout)
            throws TemporalUnavailableException {
        try {
            var service = connections
                    .to(endpoint.address())
                    .futureStub()
                    .withDeadline(Deadline.after(timeout.toMillis(), TimeUnit.MILLISECONDS));
            return new TaskQueueReading(service, endpoint.namespace(), taskQueue).pollers();
        } catch (StatusRuntimeException failed) {
            TemporalUnavailableException failure = Failures.of(endpoint, failed);
            if (failure.reason() == TemporalUnavailableException.Reason.UNREACHABLE) {
                connections.drop(endpoint.address());
            }
            throw failure;
        }
    }

    /** Closes every connection; calls that are under way fail. */
    @Override
    public void close() {
        connections.close();
    }
}
