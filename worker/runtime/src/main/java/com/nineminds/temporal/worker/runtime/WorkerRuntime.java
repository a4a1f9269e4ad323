package com.nineminds.temporal.worker.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.dependency.DependencyWatch;
import com.nineminds.temporal.worker.runtime.health.HealthAddressException;
import com.nineminds.temporal.worker.runtime.health.HealthServer;
import com.nineminds.temporal.worker.runtime.health.Page;
import com.nineminds.temporal.worker.runtime.metrics.WorkerMetrics;
import com.nineminds.temporal.worker.runtime.polling.PollTracker;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running worker with its health server.
 *
 * <p>The health server answers first. Temporal and the dependencies do not have to be there: the worker waits for them, alive and not
 * ready. It is ready when its polls are on their way on every task queue and the dependencies can be used. {@link #drain()} ends it;
 * after that no thread of it is left.
 */
public final class WorkerRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerRuntime.class);

    private final WorkerConfig config;
    private final WorkerParts parts;
    private final WorkerMetrics metrics;
    private final WorkerLife life;
    private final DependencyWatch watch;
    private final HealthServer health;
    private final TemporalWorkers workers;
    private final Startup startup;
    private final CompletableFuture<ExitCode> ended = new CompletableFuture<>();

    private WorkerRuntime(WorkerConfig config, WorkerParts parts, WorkerMetrics metrics) {
        var tracker = new PollTracker(Clock.systemUTC());
        this.config = config;
        this.parts = parts;
        this.metrics = metrics;
        this.watch = new DependencyWatch(parts.dependencies(), Clock.systemUTC());
        this.life = new WorkerLife(() -> tracker.problem(config.taskQueues())
                .map(config.secrets()::apply)
                .or(watch::problem));
        this.health = HealthServer.start(
                config.health(),
                life,
                Map.of(
                        "/metrics", () -> new Page("text/plain; version=0.0.4; charset=utf-8", metrics.scrape()),
                        "/registry", () -> new Page("application/json", manifest())));
        this.workers = new TemporalWorkers(config, parts, tracker, metrics.temporal());
        this.startup = new Startup(config, parts.dependencies(), workers, life);
    }

    /** The same with metrics of its own. */
    public static WorkerRuntime start(WorkerConfig config, WorkerParts parts) {
        return start(config, parts, new WorkerMetrics());
    }

    /**
     * Starts a worker for every task queue and returns while it still connects. The worker owns its parts and metrics from here on.
     *
     * @throws HealthAddressException when the health address cannot be had
     * @throws RuntimeException when the registration has a mistake; nothing is left running then
     */
    public static WorkerRuntime start(WorkerConfig config, WorkerParts parts, WorkerMetrics metrics) {
        var runtime = new WorkerRuntime(config, parts, metrics);
        try {
            runtime.workers.register(parts);
        } catch (RuntimeException | Error refused) {
            runtime.close();
            throw refused;
        }
        runtime.announce();
        runtime.watch.start();
        runtime.startup.begin(runtime.ended::complete);
        return runtime;
    }

    /** Where the health server listens. */
    public InetSocketAddress healthAddress() {
        return health.address();
    }

    /** Completes when the worker has ended by itself ({@link ExitCode#FAILED}, {@link ExitCode#UNAVAILABLE}) or has been drained. */
    public CompletableFuture<ExitCode> ended() {
        return ended.copy();
    }

    /**
     * Stops polling, lets running tasks finish for at most the drain timeout and ends everything. Further calls return the first
     * one's result.
     */
    public synchronized ExitCode drain() {
        if (!life.isAt(Stage.STOPPED)) {
            life.advance(Stage.DRAINING, "");
            LOG.info("draining for at most {}", config.drainTimeout());
            boolean finished = stopWorking();
            life.advance(Stage.STOPPED, "");
            closeResources();
            LOG.info(finished ? "drained" : "drain timeout over: abandoned what still ran");
            ended.complete(finished ? ExitCode.STOPPED : ExitCode.ABANDONED);
        }
        return ended.join();
    }

    /** The same as {@link #drain()}. */
    @Override
    public void close() {
        drain();
    }

    private boolean stopWorking() {
        try {
            startup.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return workers.stop(config.drainTimeout());
    }

    private void closeResources() {
        watch.close();
        health.close();
        metrics.close();
        for (int at = parts.resources().size() - 1; at >= 0; at--) {
            try {
                parts.resources().get(at).close();
            } catch (Exception failed) {
                LOG.warn("closing failed", failed);
            }
        }
    }

    private void announce() {
        LOG.atInfo()
                .addKeyValue("taskQueues", config.taskQueues())
                .addKeyValue("temporalNamespace", config.namespace())
                .addKeyValue("identity", config.identity())
                .addKeyValue("access", config.access().description())
                .addKeyValue(
                        "podNamespace", config.settings().get("POD_NAMESPACE").orElse(""))
                .addKeyValue("health", healthAddress())
                .log("worker set up, connecting to {}", config.address());
    }

    private String manifest() {
        try {
            return new ObjectMapper().writeValueAsString(WorkerManifest.of(config, parts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
