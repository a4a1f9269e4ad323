package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.operator.gate.TaskKind;
import com.nineminds.temporal.operator.temporal.TemporalUnavailableException.Reason;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Metadata.Key<String> NAMESPACE =
            Metadata.Key.of("temporal-namespace", Metadata.ASCII_STRING_MARSHALLER);

    private final Connections connections;
    private final CredentialsDirectory directory;

    /**
     * @param clock says which connections are idle; the times of access come from the server
     * @param credentials directory with the operator's credentials, read anew at every question; empty: it has none
     */
    public TaskQueuePollers(InstantSource clock, Optional<Path> credentials) {
        this.connections = new Connections(clock);
        this.directory = new CredentialsDirectory(credentials);
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
        Credentials credentials = credentials(endpoint);
        var failures = new Failures(endpoint, credentials, directory.told(endpoint.frontend(), credentials));
        WorkflowServiceStubs connection = connection(endpoint, credentials, failures);
        try {
            var service = connection
                    .futureStub()
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(endpoint)))
                    .withDeadline(Deadline.after(timeout.toMillis(), TimeUnit.MILLISECONDS));
            return new TaskQueueReading(service, endpoint.namespace(), taskQueue).pollers();
        } catch (StatusRuntimeException failed) {
            TemporalUnavailableException failure = failures.of(failed);
            if (failure.reason() == Reason.UNREACHABLE || failure.reason() == Reason.TLS_FAILED) {
                connections.drop(endpoint.frontend(), connection);
            }
            throw failure;
        }
    }

    private WorkflowServiceStubs connection(TemporalEndpoint endpoint, Credentials credentials, Failures failures)
            throws TemporalUnavailableException {
        try {
            return connections.to(endpoint.frontend(), credentials);
        } catch (CredentialsException unusable) {
            throw failures.of(unusable);
        } catch (StatusRuntimeException malformed) {
            throw failures.of(malformed);
        }
    }

    private Credentials credentials(TemporalEndpoint endpoint) throws TemporalUnavailableException {
        try {
            return directory.of(endpoint.frontend());
        } catch (CredentialsException unusable) {
            throw new Failures(endpoint, Credentials.NONE, "they are read anew each time").of(unusable);
        }
    }

    /** By it Temporal Cloud finds the namespace behind an address that many share. */
    private static Metadata headers(TemporalEndpoint endpoint) {
        var headers = new Metadata();
        headers.put(NAMESPACE, endpoint.namespace());
        return headers;
    }

    /** Closes every connection; calls that are under way fail. */
    @Override
    public void close() {
        connections.close();
    }
}
