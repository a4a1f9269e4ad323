package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.health.HealthServer;
import com.nineminds.temporal.worker.runtime.polling.PollTracker;
import io.temporal.worker.Worker;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running worker with its health server.
 *
 * <p>The health server answers first. Temporal does not have to be there: the worker waits for it, alive and not ready. It is ready
 * when its polls are on their way on every task queue. {@link #drain()} ends it; after that no thread of it is left.
 */
public final class WorkerRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerRuntime.class);

    private final WorkerConfig config;
    private final WorkerLife life;
    private final HealthServer health;
    private final TemporalWorkers workers;
    private final CompletableFuture<ExitCode> ended = new CompletableFuture<>();

    private WorkerRuntime(WorkerConfig config) {
        var tracker = new PollTracker(Clock.systemUTC());
        this.config = config;
        this.life = new WorkerLife(() -> tracker.problem(config.taskQueues()));
        this.health = HealthServer.start(config.health(), life);
        this.workers = new TemporalWorkers(config, tracker, life);
    }

    /**
     * Starts a worker for every task queue and returns while it still connects.
     *
     * @param registration registers workflow and activity types; called once per task queue. Instances that it passes to several
     *     workers are used by all of them at the same time
     * @throws UncheckedIOException when the health address cannot be had
     * @throws RuntimeException whatever {@code registration} throws; nothing is left running then
     */
    public static WorkerRuntime start(WorkerConfig config, Consumer<Worker> registration) {
        var runtime = new WorkerRuntime(config);
        try {
            runtime.workers.register(registration);
        } catch (RuntimeException | Error refused) {
            runtime.close();
            throw refused;
        }
        LOG.atInfo()
                .addKeyValue("taskQueues", config.taskQueues())
                .addKeyValue("temporalNamespace", config.namespace())
                .addKeyValue("identity", config.identity())
                .addKeyValue(
                        "podNamespace", config.settings().get("POD_NAMESPACE").orElse(""))
                .addKeyValue("health", runtime.healthAddress())
                .log("worker set up, connecting to {}", config.address());
        runtime.workers.connect(() -> runtime.ended.complete(ExitCode.FAILED));
        return runtime;
    }

    /** Where the health server listens. */
    public InetSocketAddress healthAddress() {
        return health.address();
    }

    /** Completes when the worker has ended by itself ({@link ExitCode#FAILED}) or has been drained. */
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
            boolean finished = workers.stop(config.drainTimeout());
            life.advance(Stage.STOPPED, "");
            health.close();
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
}
