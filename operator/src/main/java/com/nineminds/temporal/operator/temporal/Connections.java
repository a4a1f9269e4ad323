package com.nineminds.temporal.operator.temporal;

import io.grpc.Status;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One connection per server address. Those that nobody used for {@link #IDLE} are closed when another is asked for; until then they
 * hold no socket either, because the SDK lets an unused channel go idle every minute.
 */
final class Connections implements AutoCloseable {

    static final Duration IDLE = Duration.ofMinutes(5);

    private record Connection(WorkflowServiceStubs stubs, Instant lastUse) {}

    private final InstantSource clock;
    private final Map<String, Connection> byAddress = new HashMap<>();
    private boolean closed;

    Connections(InstantSource clock) {
        this.clock = clock;
    }

    synchronized WorkflowServiceStubs to(String address) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        Instant now = clock.instant();
        idle(now).forEach(this::drop);
        WorkflowServiceStubs stubs = Optional.ofNullable(byAddress.get(address))
                .map(Connection::stubs)
                .orElseGet(() -> connect(address));
        byAddress.put(address, new Connection(stubs, now));
        return stubs;
    }

    /** The next use connects anew at once, instead of waiting out gRPC's back-off after a failure. */
    synchronized void drop(String address) {
        Optional.ofNullable(byAddress.remove(address))
                .ifPresent(connection -> connection.stubs().shutdown());
    }

    @Override
    public synchronized void close() {
        closed = true;
        byAddress.values().forEach(connection -> connection.stubs().shutdownNow());
        byAddress.values().forEach(connection -> connection.stubs().awaitTermination(2, TimeUnit.SECONDS));
        byAddress.clear();
    }

    private List<String> idle(Instant now) {
        return byAddress.entrySet().stream()
                .filter(entry -> entry.getValue().lastUse().plus(IDLE).isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static WorkflowServiceStubs connect(String address) {
        try {
            return WorkflowServiceStubs.newServiceStubs(
                    WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        } catch (IllegalArgumentException malformed) {
            throw Status.UNAVAILABLE
                    .withDescription("not a host:port")
                    .withCause(malformed)
                    .asRuntimeException();
        }
    }
}
