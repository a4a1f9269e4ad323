package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.operator.gate.Frontend;
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
 * One connection per frontend and how it is spoken to. Those that nobody used for {@link #IDLE} are closed when another is asked for;
 * until then they hold no socket either, because the SDK lets an unused channel go idle every minute.
 */
final class Connections implements AutoCloseable {

    static final Duration IDLE = Duration.ofMinutes(5);

    private record Connection(WorkflowServiceStubs stubs, Credentials credentials, Instant lastUse) {}

    private final InstantSource clock;
    private final Map<Frontend, Connection> byFrontend = new HashMap<>();
    private boolean closed;

    Connections(InstantSource clock) {
        this.clock = clock;
    }

    /** Connects anew where the credentials are no longer those of the connection; calls that are under way end as they began. */
    synchronized WorkflowServiceStubs to(Frontend frontend, Credentials credentials) throws CredentialsException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        Instant now = clock.instant();
        idle(now).forEach(this::drop);
        Optional<WorkflowServiceStubs> current = Optional.ofNullable(byFrontend.get(frontend))
                .filter(connection -> connection.credentials().equals(credentials))
                .map(Connection::stubs);
        WorkflowServiceStubs stubs = current.isPresent() ? current.get() : replace(frontend, credentials);
        byFrontend.put(frontend, new Connection(stubs, credentials, now));
        return stubs;
    }

    /**
     * The next use connects anew at once, instead of waiting out gRPC's back-off after a failure.
     *
     * @param failed is left alone where another one has taken its place meanwhile
     */
    @SuppressWarnings("ReferenceEquality")
    synchronized void drop(Frontend frontend, WorkflowServiceStubs failed) {
        Connection current = byFrontend.get(frontend);
        if (current != null && current.stubs() == failed) {
            drop(frontend);
        }
    }

    private void drop(Frontend frontend) {
        Optional.ofNullable(byFrontend.remove(frontend))
                .ifPresent(connection -> connection.stubs().shutdown());
    }

    @Override
    public synchronized void close() {
        closed = true;
        byFrontend.values().forEach(connection -> connection.stubs().shutdownNow());
        byFrontend.values().forEach(connection -> connection.stubs().awaitTermination(2, TimeUnit.SECONDS));
        byFrontend.clear();
    }

    private List<Frontend> idle(Instant now) {
        return byFrontend.entrySet().stream()
                .filter(entry -> entry.getValue().lastUse().plus(IDLE).isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private WorkflowServiceStubs replace(Frontend frontend, Credentials credentials) throws CredentialsException {
        drop(frontend);
        var options = WorkflowServiceStubsOptions.newBuilder().setTarget(frontend.address());
        if (frontend.tls()) {
            secure(options, frontend, credentials);
        }
        try {
            return WorkflowServiceStubs.newServiceStubs(options.build());
        } catch (IllegalArgumentException malformed) {
            throw Status.UNAVAILABLE
                    .withDescription("not a host:port")
                    .withCause(malformed)
                    .asRuntimeException();
        }
    }

    private static void secure(WorkflowServiceStubsOptions.Builder options, Frontend frontend, Credentials credentials)
            throws CredentialsException {
        options.setSslContext(TlsContext.of(credentials));
        frontend.serverName()
                .ifPresent(name -> options.setChannelInitializer(channel -> channel.overrideAuthority(name)));
        credentials.apiKey().ifPresent(key -> options.addApiKey(() -> key));
    }
}
