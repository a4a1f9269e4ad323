package com.nineminds.temporal.benchmark;

import com.nineminds.temporal.api.v1alpha1.Phase;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The scenes, in this order: all workers are created at once; nothing happens; a part of them gets a new revision at once, of which some
 * are bad; the operator starts anew beside all of them.
 */
final class CostBenchmark {
    private static final String RECONCILE = "temporalworker_reconcile_seconds";
    private static final String REACTION = "temporalworker_rollback_reaction_seconds";
    private static final String REQUESTS = "temporalworker_api_requests_total";
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private final Options options;
    private final KubernetesClient client;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * @param idle how long nothing happens
     * @param rollouts how many workers get a new revision at once, other ones each time; all of them together at most {@code workers}
     * @param bad every how manieth of them is bad
     */
    record Options(int workers, Duration idle, List<Integer> rollouts, int bad, String temporal) {
        Options {
            rollouts = List.copyOf(rollouts);
        }
    }

    /** Starts an operator that takes care of the benchmark's namespace. */
    interface Launcher {
        OperatorChild launch();
    }

    CostBenchmark(Options options, KubernetesClient client) {
        this.options = options;
        this.client = client;
    }

    List<Figure> run(String namespace, Launcher launcher) {
        try (Fleet fleet = new Fleet(client, namespace, options.temporal())) {
            try (OperatorChild operator = launcher.launch()) {
                create(fleet, operator);
                idle(operator);
                int from = 0;
                int bad = 0;
                for (int count : options.rollouts()) {
                    bad += count / options.bad();
                    rollOut(fleet, operator, from, count, bad);
                    from += count;
                }
            }
            try (OperatorChild successor = launcher.launch()) {
                startAnew(successor);
            }
        }
        return List.copyOf(figures);
    }

    private void create(Fleet fleet, OperatorChild operator) {
        String scene = options.workers() + " created";
        await(() -> operator.metrics().sum("temporalworker_leader") == 1);
        Footprint before = operator.footprint();
        long begin = System.nanoTime();
        fleet.apply(0, options.workers(), "one", Optional.empty());
        figures.add(Figure.of(scene, "all applied after", seconds(begin)));
        await(() -> fleet.phases().getOrDefault(Phase.Healthy, 0L) == options.workers());
        figures.add(Figure.of(scene, "all Healthy after", seconds(begin)));
        figures.add(Figure.of(scene, "CPU of the operator", used(before, operator)));
        Metrics metrics = operator.metrics();
        quantiles(scene, "reconcile", metrics, RECONCILE, "≤ 0.1 s");
        figures.add(Figure.of(scene, "reconciles", whole(metrics.sum(RECONCILE + "_count"))));
        figures.add(Figure.of(scene, "requests of the operator", byVerb(metrics)));
    }

    private void idle(OperatorChild operator) {
        String scene = "idle for " + options.idle().toMinutes() + " min";
        Metrics before = operator.metrics();
        Metrics server = apiServer();
        Footprint begin = operator.footprint();
        pause(options.idle());
        Metrics during = operator.metrics().since(before);
        Footprint end = operator.footprint();
        figures.add(new Figure(scene, "requests of the operator", byVerb(during), "watch only"));
        figures.add(Figure.of(
                scene,
                "requests to the API server about workers",
                apiServer()
                        .since(server)
                        .by(
                                "verb",
                                "apiserver_request_total",
                                series -> series.label("resource").equals("temporalworkers"))
                        .toString()));
        figures.add(Figure.of(scene, "reconciles", whole(during.sum(RECONCILE + "_count"))));
        double share = (double) end.cpu().minus(begin.cpu()).toMillis()
                / options.idle().toMillis();
        figures.add(Figure.of(scene, "CPU", String.format(Locale.ROOT, "%.2f %% of a core", share * 100)));
        figures.add(new Figure(scene, "resident memory", end.resident() + " MiB", "≤ 256 MiB at 1,000"));
        figures.add(Figure.of(scene, "heap used", heap(operator.metrics())));
    }

    /** @param rolledBack how many there are in the end, with those of earlier scenes */
    private void rollOut(Fleet fleet, OperatorChild operator, int from, int count, int rolledBack) {
        int bad = count / options.bad();
        String scene = count + " rollouts, " + bad + " bad";
        Metrics before = operator.metrics();
        Footprint start = operator.footprint();
        long begin = System.nanoTime();
        fleet.apply(from, from + bad, "two", Optional.of("crash"));
        fleet.apply(from + bad, from + count, "two", Optional.empty());
        await(() -> fleet.phases().equals(phases(options.workers() - rolledBack, rolledBack)));
        figures.add(Figure.of(scene, "all ended after", seconds(begin)));
        Metrics during = operator.metrics().since(before);
        figures.add(Figure.of(scene, "CPU of the operator", used(start, operator)));
        quantiles(scene, "evidence to written rollback", during, REACTION, "≤ 1 s");
        quantiles(scene, "reconcile", during, RECONCILE, "≤ 0.1 s");
        figures.add(Figure.of(scene, "requests of the operator", byVerb(during)));
        figures.add(Figure.of(scene, "resident memory", operator.footprint().resident() + " MiB"));
    }

    private static Map<Phase, Long> phases(long healthy, long rolledBack) {
        return rolledBack == 0
                ? Map.of(Phase.Healthy, healthy)
                : Map.of(Phase.Healthy, healthy, Phase.RolledBack, rolledBack);
    }

    private void startAnew(OperatorChild successor) {
        await(() -> successor.metrics().sum(RECONCILE + "_count") > 0);
        Duration first = successor.age();
        await(() -> successor.metrics().sum(RECONCILE + "_count") >= options.workers());
        String scene = "start beside " + options.workers();
        figures.add(new Figure(scene, "first reconcile after", text(first), "≤ 1.5 s"));
        figures.add(Figure.of(scene, "every worker reconciled after", text(successor.age())));
        figures.add(Figure.of(scene, "requests of the operator", byVerb(successor.metrics())));
    }

    private Metrics apiServer() {
        return Metrics.parse(client.raw("/metrics"));
    }

    private static String byVerb(Metrics metrics) {
        Predicate<Metrics.Series> all = series -> true;
        return metrics.by("verb", REQUESTS, all).toString();
    }

    private static String heap(Metrics metrics) {
        double bytes = metrics.sum(
                "jvm_memory_used_bytes", series -> series.label("area").equals("heap"));
        return Math.round(bytes / (1 << 20)) + " MiB";
    }

    private void quantiles(String scene, String what, Metrics metrics, String histogram, String target) {
        figures.add(Figure.of(scene, what + ", p50", "≤ " + metrics.quantile(histogram, 0.5) + " s"));
        figures.add(new Figure(scene, what + ", p99", "≤ " + metrics.quantile(histogram, 0.99) + " s", target));
    }

    private static String used(Footprint before, OperatorChild operator) {
        return text(operator.footprint().cpu().minus(before.cpu()));
    }

    private static String whole(double number) {
        return String.valueOf(Math.round(number));
    }

    private static String seconds(long since) {
        return text(Duration.ofNanos(System.nanoTime() - since));
    }

    private static String text(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("not reached within " + PATIENCE.toMinutes() + " minutes");
            }
            pause(Duration.ofMillis(50));
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
