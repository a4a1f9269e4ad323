package com.nineminds.temporal.cluster.autoscaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import java.util.List;

/**
 * How many pods the metrics ask for, before any limit.
 *
 * @param metric that asks for most, in words
 * @param statuses of the metrics that could be evaluated
 */
public record Demand(int replicas, String metric, List<MetricStatus> statuses) {
    public Demand {
        statuses = List.copyOf(statuses);
    }
}
