package com.nineminds.temporal.embedded;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A Temporal server in this process, for trying and testing: Temporal's own in-memory test server in real time, which also answers
 * who polls a task queue. That answer is what it observed on the wire and nothing else. It listens on the loopback address without
 * authentication and, like the test server, accepts every namespace.
 */
public final class EmbeddedTemporal implements AutoCloseable {

    // Warns about every worker that is killed while a poll is being answered. Held, since a logger nobody holds forgets
    // its level.
    private static final Logger CUT_OFF_STREAMS =
            Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler");

    static {
        CUT_OFF_STREAMS.setLevel(Level.SEVERE);
    }

    // Internal to the test server library, which offers no other way to put anything between the socket and its
    // services.
    private final TestServicesStarter services;
    private final ExecutorService threads;
    private final Server server;
    private final PollerHistory history;
    private final Clock clock;

    private EmbeddedTemporal(TestServicesStarter services, ExecutorService threads, EmbeddedTemporalOptions options)
            throws IOException {
        this.services = services;
        this.threads = threads;
        this.clock = options.clock();
        this.history = new PollerHistory(options.pollerTimeToLive());
        this.server = server(options).build().start();
    }

    /**
     * Starts a server.
     *
     * @throws UncheckedIOException when the port cannot be had
     */
    public static EmbeddedTemporal start(EmbeddedTemporalOptions options) {
        var services = new TestServicesStarter(true, 0);
        var threads = Executors.newCachedThreadPool(daemons());
        try {
            return new EmbeddedTemporal(services, threads, options);
        } catch (IOException refused) {
            threads.shutdownNow();
            services.close();
            throw new UncheckedIOException(
                    "cannot listen on port " + options.port() + ": end what uses it, or use port 0 for a free one",
                    refused);
        }
    }

    /** {@code host:port}, as workers and clients take it. */
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** Everybody that polled this task queue, or a sticky queue that belongs to it, within the time to live, sorted by identity. */
    public List<PollerSeen> pollers(String namespace, String taskQueue) {
        return history.seenOn(namespace, taskQueue, clock.instant());
    }

    /** Ends every call and forgets everything. */
    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(5, TimeUnit.SECONDS);
            // The calls' last steps need the services' timers, so those are closed after them.
            threads.shutdown();
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        services.close();
    }

    private NettyServerBuilder server(EmbeddedTemporalOptions options) {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
        // The keep-alive limits of the real server's frontend; gRPC's own would cut off idle SDK clients.
        var builder = NettyServerBuilder.forAddress(loopback)
                .executor(threads)
                .permitKeepAliveTime(10, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true);
        var interceptors = List.of(new PollObserver(history, clock), new StickyWishRemover());
        var answers = new TaskQueueAnswers(history, clock);
        for (BindableService service : services.getServices()) {
            builder.addService(ServerInterceptors.intercept(answers.addTo(service.bindService()), interceptors));
        }
        var health = new HealthStatusManager();
        health.setStatus(WorkflowServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
        return builder.addService(health.getHealthService());
    }

    private static ThreadFactory daemons() {
        var number = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, "embedded-temporal-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
