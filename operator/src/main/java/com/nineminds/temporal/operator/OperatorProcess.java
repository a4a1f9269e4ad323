package com.nineminds.temporal.operator;

import com.nineminds.temporal.operator.apply.ServerSideApply;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.leader.Fence;
import com.nineminds.temporal.operator.leader.Leadership;
import com.nineminds.temporal.operator.management.ProbeResult;
import com.nineminds.temporal.operator.management.Probes;
import com.nineminds.temporal.operator.metrics.ApiCalls;
import com.nineminds.temporal.operator.metrics.OperatorMetrics;
import com.nineminds.temporal.operator.metrics.TimedPollers;
import com.nineminds.temporal.operator.reconcile.EventAges;
import com.nineminds.temporal.operator.reconcile.ReconcileThreads;
import com.nineminds.temporal.operator.reconcile.Surroundings;
import com.nineminds.temporal.operator.reconcile.TemporalWorkerReconciler;
import com.nineminds.temporal.operator.reconcile.TrimmedStore;
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
import java.util.Optional;
import java.util.Set;

/**
 * An operator: client, event sources, reconciler, gates, election. Works from {@link #begin} on, ends in {@link #close} within seconds and
 * leaves no thread behind. Its caches are filled whether it leads or not; only the leader reconciles.
 */
public final class OperatorProcess implements Probes, AutoCloseable {
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    /** Of one request. A reconcile that fails is retried as a whole and with fresh caches, so a request need not be for minutes. */
    private static final int REQUEST_RETRIES = 3;

    private final OperatorConfig config;
    private final OperatorMetrics metrics = new OperatorMetrics();
    private final Optional<ElectedLeadership> election;
    private final Leadership leadership;
    private final ReconcileThreads threads;
    private final KubernetesClient client;
    private final EventPublisher events;
    private final TemporalWorkerReconciler reconciler;
    private final Operator operator;
    private volatile boolean started;

    private OperatorProcess(OperatorConfig config, Config cluster, PollerSource pollers, Clock clock) {
        this.config = config;
        this.election =
                config.candidacy().map(candidacy -> new ElectedLeadership(cluster, candidacy, clock, this::takeOver));
        this.leadership = election.map(Leadership.class::cast).orElse(Leadership.ALWAYS);
        this.threads = new ReconcileThreads(config.reconcileThreads(), metrics);
        this.client = client(cluster);
        this.events = new EventPublisher(client, clock);
        EventAges ages = new EventAges(metrics);
        Surroundings surroundings =
                new Surroundings(client, new TimedPollers(pollers, metrics), events, metrics, clock);
        this.reconciler = new TemporalWorkerReconciler(config, surroundings, ages, leadership);
        this.operator = operator(ages);
        metrics.gauge("leader", "1 where this operator is the one that works", () -> leadership.held() ? 1 : 0);
        metrics.gauge("events.lost", "Kubernetes Events that could not be written", events::lost);
    }

    private KubernetesClient client(Config cluster) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(cluster)
                        .withRequestRetryBackoffLimit(REQUEST_RETRIES)
                        .build())
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("fence", new Fence(leadership))
                        .addOrReplaceInterceptor("signs of life", threads.signs())
                        .addOrReplaceInterceptor("api calls", new ApiCalls(metrics)))
                .build();
    }

    private Operator operator(EventAges ages) {
        Operator made = new Operator(overrider -> overrider
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withExecutorService(threads)
                .withConcurrentWorkflowExecutorThreads(1)
                .withReconciliationTerminationTimeout(STOP_WITHIN)
                .withMetrics(ages)
                .withUseSSAToPatchPrimaryResource(true));
        made.register(
                reconciler,
                overrider -> overrider
                        .withGenerationAware(false)
                        .withOnUpdateFilter(WorkerUpdates::matter)
                        .withReconciliationMaxInterval(config.resync())
                        .withFieldManager(ServerSideApply.FIELD_MANAGER)
                        .withRetry(retry())
                        .withItemStore(new TrimmedStore<>())
                        .withInformerListLimit(TrimmedStore.PAGE)
                        .settingNamespaces(namespaces(config)));
        return made;
    }

    /**
     * Does nothing yet; probes and metrics answer.
     *
     * @param cluster how to reach the API server
     * @param pollers where pollers are looked up; closed by the caller
     */
    public static OperatorProcess prepare(OperatorConfig config, Config cluster, PollerSource pollers, Clock clock) {
        return new OperatorProcess(config, cluster, pollers, clock);
    }

    /**
     * Prepares and begins.
     *
     * @throws io.javaoperatorsdk.operator.OperatorException if the caches cannot be filled; nothing is left running then
     */
    public static OperatorProcess start(OperatorConfig config, Config cluster, PollerSource pollers, Clock clock) {
        OperatorProcess process = prepare(config, cluster, pollers, clock);
        try {
            process.begin();
            return process;
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** @throws io.javaoperatorsdk.operator.OperatorException if the caches cannot be filled */
    public void begin() {
        operator.start();
        started = true;
        election.ifPresent(ElectedLeadership::begin);
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

    /** What happened while nobody led was told to nobody. */
    private void takeOver() {
        reconciler.nudgeAll();
    }

    /** Asks for a reconcile now, for when the clock was moved. */
    public void nudge(String namespace, String name) {
        reconciler.nudge(namespace, name);
    }

    public boolean leads() {
        return leadership.held();
    }

    /** In Prometheus' text format. */
    public String metrics() {
        return metrics.scrape();
    }

    @Override
    public ProbeResult live() {
        Duration silence = threads.longestSilence();
        return silence.compareTo(config.management().stuckAfter()) > 0
                ? ProbeResult.failed("a reconcile has given no sign of life for " + silence.toSeconds() + " s")
                : ProbeResult.ok("reconciles go on");
    }

    @Override
    public ProbeResult ready() {
        if (!started) {
            return ProbeResult.failed("the caches are not filled");
        }
        return leadership
                .trouble()
                .map(ProbeResult::failed)
                .orElseGet(() -> ProbeResult.ok(leadership.held() ? "leads" : "stands by"));
    }

    @Override
    public void close() {
        started = false;
        reconciler.end();
        operator.stop();
        reconciler.close();
        events.close();
        // Last of what writes: the next leader may begin at once.
        election.ifPresent(ElectedLeadership::close);
        client.close();
        threads.shutdownNow();
        metrics.close();
    }
}
