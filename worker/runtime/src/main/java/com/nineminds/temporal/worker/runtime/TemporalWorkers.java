package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.config.WorkerTuning;
import com.nineminds.temporal.worker.runtime.config.WorkerVersioning;
import com.nineminds.temporal.worker.runtime.connection.ConnectionProblem;
import com.nineminds.temporal.worker.runtime.connection.TemporalConnection;
import com.uber.m3.tally.Scope;
import io.grpc.ClientInterceptor;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The SDK's side of a worker: one connection and one SDK worker per task queue. */
final class TemporalWorkers {

    private static final Duration INTERRUPTION = Duration.ofSeconds(2);

    private final WorkerConfig config;
    private final WorkflowServiceStubs stubs;
    private final WorkerFactory factory;

    TemporalWorkers(WorkerConfig config, WorkerParts parts, ClientInterceptor interceptor, Scope metrics) {
        this.config = config;
        this.stubs = WorkflowServiceStubs.newServiceStubs(TemporalConnection.options(config)
                .setGrpcClientInterceptors(List.of(interceptor))
                .setMetricsScope(metrics)
                .build());
        var client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(config.namespace())
                        .setIdentity(config.identity())
                        .setDataConverter(parts.dataConverter())
                        .build());
        this.factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(config.tuning().cachedWorkflows())
                        .build());
    }

    /** Needs no server, so mistakes in the worker's code show at once. */
    void register(WorkerParts parts) {
        WorkerOptions options = options();
        config.taskQueues().forEach(queue -> parts.registration().addTo(factory.newWorker(queue, options)));
    }

    /** Tries to start polling; why the server could not be reached, empty when it could. It can be called again then. */
    Optional<String> tryStart() throws InterruptedException {
        try {
            // Asks the server for the namespace.
            factory.start();
            return Optional.empty();
        } catch (StatusRuntimeException unavailable) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            stubs.getRawChannel().resetConnectBackoff();
            return Optional.of(ConnectionProblem.of(config, unavailable));
        }
    }

    /** Whether everything that ran had finished before the time was over. */
    boolean stop(Duration timeout) {
        boolean finished = !factory.isStarted() || finishTasks(timeout);
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

    private WorkerOptions options() {
        WorkerTuning tuning = config.tuning();
        var options = WorkerOptions.newBuilder()
                // Without it an activity that heartbeats is thrown out of its work as soon as the worker drains.
                .setAllowActivityHeartbeatDuringShutdown(true)
                .setMaxConcurrentActivityExecutionSize(tuning.activities())
                .setMaxConcurrentWorkflowTaskExecutionSize(tuning.workflowTasks())
                .setMaxConcurrentLocalActivityExecutionSize(tuning.localActivities())
                .setMaxConcurrentActivityTaskPollers(tuning.activityPollers())
                .setMaxConcurrentWorkflowTaskPollers(tuning.workflowPollers())
                .setMaxWorkerActivitiesPerSecond(tuning.activitiesPerSecond())
                .setMaxTaskQueueActivitiesPerSecond(tuning.taskQueueActivitiesPerSecond());
        config.versioning().ifPresent(versioning -> options.setDeploymentOptions(deployment(versioning)));
        return options.build();
    }

    private static WorkerDeploymentOptions deployment(WorkerVersioning versioning) {
        return WorkerDeploymentOptions.newBuilder()
                .setUseVersioning(true)
                .setVersion(new WorkerDeploymentVersion(versioning.deployment(), versioning.buildId()))
                .setDefaultVersioningBehavior(
                        switch (versioning.behavior()) {
                            case PINNED -> VersioningBehavior.PINNED;
                            case AUTO_UPGRADE -> VersioningBehavior.AUTO_UPGRADE;
                        })
                .build();
    }
}
