package com.nineminds.temporal.cluster.autoscaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import java.util.List;

/**
 * What an autoscaler makes of its target.
 *
 * @param replicas to have now
 * @param reason of the change, as events say it; empty when there is none
 * @param metrics as they were measured, if that mattered
 * @param held whether time alone may change the decision
 */
public record AutoscalingDecision(int replicas, String reason, List<MetricStatus> metrics, boolean held) {
    public AutoscalingDecision {
        metrics = List.copyOf(metrics);
    }

    static AutoscalingDecision unmeasured(int replicas, String reason) {
        return new AutoscalingDecision(replicas, reason, List.of(), false);
    }
}
