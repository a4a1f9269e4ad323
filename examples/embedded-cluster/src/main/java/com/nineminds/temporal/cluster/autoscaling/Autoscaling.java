package com.nineminds.temporal.cluster.autoscaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Instant;

/** Decides for one autoscaler: bounds first, whatever is measured, then metrics within the limits. */
public final class Autoscaling {
    private final DemandCalculator demands;

    public Autoscaling(ScriptedMetrics metrics) {
        this.demands = new DemandCalculator(metrics);
    }

    /**
     * Decides; the conditions are brought up to date.
     *
     * @throws MetricException when the metrics are needed and cannot be evaluated
     */
    public AutoscalingDecision decide(
            HorizontalPodAutoscaler autoscaler,
            Target target,
            ScalingHistory history,
            AutoscalerConditions conditions,
            Instant now)
            throws MetricException {
        ScalingLimits limits = ScalingLimits.of(autoscaler);
        int current = target.replicas();
        if (current == 0 && limits.min() != 0) {
            conditions.set(
                    AutoscalerConditions.SCALING_ACTIVE,
                    false,
                    "ScalingDisabled",
                    "scaling is disabled since the replica count of the target is zero");
            return AutoscalingDecision.unmeasured(0, "");
        }
        if (current > limits.max()) {
            return AutoscalingDecision.unmeasured(limits.max(), "Current number of replicas above Spec.MaxReplicas");
        }
        if (current < limits.min()) {
            return AutoscalingDecision.unmeasured(limits.min(), "Current number of replicas below Spec.MinReplicas");
        }
        Demand demand = measure(autoscaler, target, conditions);
        int replicas = limits.apply(current, demand.replicas(), history, conditions, now);
        return new AutoscalingDecision(
                replicas, reason(demand, current), demand.statuses(), replicas != demand.replicas());
    }

    private Demand measure(HorizontalPodAutoscaler autoscaler, Target target, AutoscalerConditions conditions)
            throws MetricException {
        try {
            Demand demand = demands.of(autoscaler.getSpec().getMetrics(), target);
            conditions.set(
                    AutoscalerConditions.SCALING_ACTIVE,
                    true,
                    "ValidMetricFound",
                    "the HPA was able to successfully calculate a replica count from " + demand.metric());
            return demand;
        } catch (MetricException failed) {
            conditions.set(
                    AutoscalerConditions.SCALING_ACTIVE,
                    false,
                    failed.reason(),
                    "the HPA was unable to compute the replica count: " + failed.message());
            throw failed;
        }
    }

    private static String reason(Demand demand, int current) {
        return demand.replicas() > current ? demand.metric() + " above target" : "All metrics below target";
    }
}
