package com.nineminds.temporal.operator;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.gate.GateRunner;
import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.gate.WorkerKey;
import com.nineminds.temporal.operator.reconcile.TemporalWorkerReconciler;
import com.nineminds.temporal.operator.report.events.EventPublisher;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.Operator;
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

    private final Operator operator;
    private final KubernetesClient client;
    private final GateRunner gates;
    private final EventPublisher events;
    private final TemporalWorkerReconciler reconciler;

    private OperatorProcess(
            Operator operator,
            KubernetesClient client,
            GateRunner gates,
            EventPublisher events,
            TemporalWorkerReconciler reconciler) {
        this.operator = operator;
        this.client = client;
        this.gates = gates;
        this.events = events;
        this.reconciler = reconciler;
    }

    /**
     * @param cluster how to reach the API server
     * @param pollers where pollers are looked up; closed by the caller
     * @throws io.javaoperatorsdk.operator.OperatorException if the caches cannot be filled
     */
    public static OperatorProcess start(OperatorConfig config, Config cluster, PollerSource pollers, Clock clock) {
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(cluster).build();
        EventPublisher events = new EventPublisher(client, clock);
        TemporalWorkerReconciler[] nudged = new TemporalWorkerReconciler[1];
        GateRunner gates = new GateRunner(pollers, clock, worker -> nudged[0].nudge(worker));
        TemporalWorkerReconciler reconciler = new TemporalWorkerReconciler(config, client, gates, events, clock);
        nudged[0] = reconciler;
        Operator operator = new Operator(overrider -> overrider
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
                        .withOnUpdateFilter(com.nineminds.temporal.operator.reconcile.WorkerUpdates::matter)
                        .withReconciliationMaxInterval(config.resync())
                        .withFieldManager(com.nineminds.temporal.operator.apply.ServerSideApply.FIELD_MANAGER)
                        .withRetry(retry())
                        .settingNamespaces(namespaces(config)));
        operator.start();
        return new OperatorProcess(operator, client, gates, events, reconciler);
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
        return config.watchNamespaces().isEmpty()
                ? Set.of(io.javaoperatorsdk.operator.api.reconciler.Constants.WATCH_ALL_NAMESPACES)
                : config.watchNamespaces();
    }

    /** Asks for a reconcile now, for when the clock was moved. */
    public void nudge(String namespace, String name) {
        reconciler.nudge(new WorkerKey(namespace, name));
    }

    @Override
    public void close() {
        operator.stop();
        gates.close();
        events.close();
        client.close();
    }

    static Class<TemporalWorker> resource() {
        return TemporalWorker.class;
    }
}
