package com.nineminds.temporal.operator;

import com.nineminds.temporal.operator.apply.ServerSideApply;
import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.gate.WorkerKey;
import com.nineminds.temporal.operator.reconcile.TemporalWorkerReconciler;
import com.nineminds.temporal.operator.reconcile.WorkerUpdates;
import com.nineminds.temporal.operator.report.events.EventPublisher;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * A running operator: client, event sources, reconciler, gates. Starts in {@link #start}, ends in {@link #close} within seconds and
 * leaves no thread behind. Leader election, metrics and health endpoints of the process belong here.
 */
public final class OperatorProcess implements AutoCloseable {
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    /** Of one request. A reconcile that fails is retried as a whole and with fresh caches, so a request need not be for minutes. */
    private static final int REQUEST_RETRIES = 3;

    private final KubernetesClient client;
    private final EventPublisher events;
    private final TemporalWorkerReconciler reconciler;
    private final Operator operator;

    private OperatorProcess(OperatorConfig config, Config cluster, PollerSource pollers, Clock clock) {
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(cluster)
                        .withRequestRetryBackoffLimit(REQUEST_RETRIES)
                        .build())
                .build();
        events = new EventPublisher(client, clock);
        reconciler = new TemporalWorkerReconciler(config, client, pollers, events, clock);
        operator = new Operator(overrider -> overrider
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withConcurrentReconciliationThreads(config.reconcileThreads())
                .withConcurrentWorkflowExecutorThreads(1)
                .withReconciliationTerminationTimeout(STOP_WITHIN)
                .withUseSSAToPatchPrimaryResource(true));
        operator.register(
                reconciler,
                overrider -> overrider
                        .withGenerationAware(false)
                        .withOnUpdateFilter(WorkerUpdates::matter)
                        .withReconciliationMaxInterval(config.resync())
                        .withFieldManager(ServerSideApply.FIELD_MANAGER)
                        .withRetry(retry())
                        .settingNamespaces(namespaces(config)));
    }

    /**
     * @param cluster how to reach the API server
     * @param pollers where pollers are looked up; closed by the caller
     * @throws io.javaoperatorsdk.operator.OperatorException if the caches cannot be filled; nothing is left running then
     */
    public static OperatorProcess start(OperatorConfig config, Config cluster, PollerSource pollers, Clock clock) {
        OperatorProcess process = new OperatorProcess(config, cluster, pollers, clock);
        try {
            process.operator.start();
            return process;
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** For ever: a rollback that gives up after five attempts is no rollback. */
    private static GenericRetry retry() {
        return new GenericRetry()
                .setInitialInterval(200)
                .setIntervalMultiplier(2)
                .setMaxInterval(LONGEST_RETRY.toMillis())
                .setMaxAttempts(-1);
    }

    private static Set<String> namespaces(OperatorConfig config) {
        return config.watchNamespaces().isEmpty() ? Set.of(Constants.WATCH_ALL_NAMESPACES) : config.watchNamespaces();
    }

    /** Asks for a reconcile now, for when the clock was moved. */
    public void nudge(String namespace, String name) {
        reconciler.nudge(new WorkerKey(namespace, name));
    }

    @Override
    public void close() {
        reconciler.end();
        operator.stop();
        reconciler.close();
        events.close();
        client.close();
    }
}
