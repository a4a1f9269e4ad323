package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.metrics.OperatorMetrics;
import com.nineminds.temporal.operator.report.events.EventPublisher;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;

/** What a reconcile reaches beyond its caches; closed by whoever made it. */
public record Surroundings(
        KubernetesClient client, PollerSource pollers, EventPublisher events, OperatorMetrics metrics, Clock clock) {}
