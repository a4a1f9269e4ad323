package com.nineminds.temporal.cluster.autoscaling;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatusBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Computes how many pods the metrics of an autoscaler ask for: the most of what each of them does. */
public final class DemandCalculator {
    /** A change by less is not worth it: the controller manager's default. */
    private static final double TOLERANCE = 0.1;

    private final ScriptedMetrics metrics;

    public DemandCalculator(ScriptedMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Evaluates all metrics. Those that cannot be evaluated are passed over, unless the others ask for fewer pods.
     *
     * @throws MetricException for the first of them if they matter
     */
    public Demand of(List<MetricSpec> specs, Target target) throws MetricException {
        List<MetricStatus> statuses = new ArrayList<>();
        List<MetricException> failures = new ArrayList<>();
        int most = 0;
        String metric = "";
        for (MetricSpec spec : specs) {
            try {
                Demand demand = of(spec, target);
                statuses.addAll(demand.statuses());
                if (demand.replicas() > most) {
                    most = demand.replicas();
                    metric = demand.metric();
                }
            } catch (MetricException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty() && (statuses.isEmpty() || most < target.replicas())) {
            throw failures.get(0).among(failures.size(), specs.size());
        }
        return new Demand(most, metric, statuses);
    }

    private Demand of(MetricSpec spec, Target target) throws MetricException {
        Integer wanted = spec.getResource() == null
                ? null
                : spec.getResource().getTarget().getAverageUtilization();
        if (wanted == null) {
            throw new MetricException(
                    "FailedGet%sMetric".formatted(spec.getType()),
                    spec.getType().toLowerCase(Locale.ROOT) + " metric value",
                    "this cluster measures the average utilization of resources only");
        }
        String resource = spec.getResource().getName();
        PodSamples samples = PodSamples.of(target, resource, metrics);
        return new Demand(
                replicas(samples, wanted, target.replicas()),
                resource + " resource utilization (percentage of request)",
                List.of(status(resource, samples.usage())));
    }

    /** Pods that nothing is known of are counted so that they weaken the change, and never turn its direction. */
    private static int replicas(PodSamples samples, int wanted, int current) {
        if (samples.usage().utilization() == wanted) {
            return current;
        }
        double ratio = samples.usage().ratio(wanted);
        Optional<Usage> cautious = cautious(samples, ratio);
        if (cautious.isEmpty()) {
            return withinTolerance(ratio)
                    ? current
                    : rounded(ratio * samples.usage().pods());
        }
        double weakened = cautious.get().ratio(wanted);
        int replicas = rounded(weakened * cautious.get().pods());
        boolean turned = ratio < 1 ? weakened > 1 || replicas > current : weakened < 1 || replicas < current;
        return withinTolerance(weakened) || turned ? current : replicas;
    }

    private static Optional<Usage> cautious(PodSamples samples, double ratio) {
        boolean growing = ratio > 1;
        boolean countUnready = growing && !samples.unready().isEmpty();
        if (!countUnready && samples.missing().isEmpty()) {
            return Optional.empty();
        }
        Usage usage = samples.usage();
        Usage complete = usage.assuming(samples.missing(), pod -> growing ? 0 : usage.request(pod));
        return Optional.of(countUnready ? complete.assuming(samples.unready(), pod -> 0) : complete);
    }

    private static boolean withinTolerance(double ratio) {
        return 1 - TOLERANCE <= ratio && ratio <= 1 + TOLERANCE;
    }

    private static int rounded(double replicas) {
        return (int) Math.ceil(replicas);
    }

    private static MetricStatus status(String resource, Usage usage) {
        long average = usage.average();
        String amount = average % 1000 == 0 ? String.valueOf(average / 1000) : average + "m";
        return new MetricStatusBuilder()
                .withType("Resource")
                .withNewResource()
                .withName(resource)
                .withNewCurrent()
                .withAverageUtilization(usage.utilization())
                .withAverageValue(Quantity.parse(amount))
                .endCurrent()
                .endResource()
                .build();
    }
}
