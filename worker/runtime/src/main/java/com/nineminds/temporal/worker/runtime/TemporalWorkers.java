package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.polling.PollTracker;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SDK's side of a worker: one connection, one SDK worker per task queue, and a thread that connects. */
final class TemporalWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(TemporalWorkers.class);
    private static final Duration INTERRUPTION = Duration.ofSeconds(2);

    private final WorkerConfig config;
    private final WorkerLife life;
    private final WorkflowServiceStubs stubs;
    private final WorkerFactory factory;
    private final Thread connecting;
    private Runnable onFailure = () -> {};

    TemporalWorkers(WorkerConfig config, PollTracker tracker, WorkerLife life) {
        this.config = config;
        this.life = life;
        this.stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(config.address())
                .setGrpcClientInterceptors(List.of(tracker))
                .build());
        this.factory = WorkerFactory.newInstance(WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(config.namespace())
                        .setIdentity(config.identity())
                        .build()));
        this.connecting = new Thread(this::connectUntilStarted, "connect-to-temporal");
    }

    /** Needs no server, so mistakes in the worker's code show at once. */
    void register(Consumer<Worker> registration) {
        // Without it an activity that heartbeats is thrown out of its work as soon as the worker drains.
        var options = WorkerOptions.newBuilder()
                .setAllowActivityHeartbeatDuringShutdown(true)
                .build();
        config.taskQueues().forEach(queue -> registration.accept(factory.newWorker(queue, options)));
    }

    /** Returns at once. {@code failed} is run if the workers can never start, whatever the server does. */
    void connect(Runnable failed) {
        onFailure = failed;
        life.advance(Stage.CONNECTING, config.address());
        connecting.start();
    }

    /** Whether everything that ran had finished before the time was over. */
    boolean stop(Duration timeout) {
        boolean finished = false;
        try {
            stopConnecting();
            finished = !factory.isStarted() || finishTasks(timeout);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!finished) {
            factory.shutdownNow();
            factory.awaitTermination(INTERRUPTION.toMillis(), TimeUnit.MILLISECONDS);
        }
        stubs.shutdownNow();
        stubs.awaitTermination(INTERRUPTION.toMillis(), TimeUnit.MILLISECONDS);
        return finished;
    }

    private boolean finishTasks(Duration timeout) {
        factory.shutdown();
        factory.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return factory.isTerminated();
    }

    private void stopConnecting() throws InterruptedException {
        connecting.interrupt();
        connecting.join();
    }

    private void connectUntilStarted() {
        try {
            for (int attempt = 0; !started(); attempt++) {
                Duration wait =
                        Backoff.after(attempt, ThreadLocalRandom.current().nextDouble());
                Thread.sleep(wait.toMillis());
                stubs.getRawChannel().resetConnectBackoff();
            }
        } catch (InterruptedException stopped) {
            LOG.debug("stopped while connecting");
        } catch (RuntimeException | Error broken) {
            LOG.error("the worker cannot start", broken);
            life.advance(Stage.FAILED, String.valueOf(broken));
            onFailure.run();
        }
    }

    private boolean started() throws InterruptedException {
        try {
            // Asks the server for the namespace and throws when it gets no answer; it can be called again then.
            factory.start();
            if (life.advance(Stage.POLLING, "")) {
                LOG.info("polling {}", config.taskQueues());
            }
            return true;
        } catch (StatusRuntimeException unavailable) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String why = config.address() + ", namespace " + config.namespace() + ": " + unavailable.getMessage();
            if (life.advance(Stage.CONNECTING, why)) {
                LOG.warn("waiting for Temporal at {}", why);
            }
            return false;
        }
    }
}
