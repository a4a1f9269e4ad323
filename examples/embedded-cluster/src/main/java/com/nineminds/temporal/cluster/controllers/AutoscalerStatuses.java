package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.autoscaling.AutoscalerConditions;
import com.nineminds.temporal.cluster.autoscaling.AutoscalingDecision;
import com.nineminds.temporal.cluster.objects.KubeTime;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes what autoscalers say about themselves. */
final class AutoscalerStatuses {
    private final KubernetesClient client;

    AutoscalerStatuses(KubernetesClient client) {
        this.client = client;
    }

    /** After a decision that was carried out. */
    void decided(
            HorizontalPodAutoscaler autoscaler,
            int current,
            AutoscalingDecision decision,
            AutoscalerConditions conditions,
            Instant now) {
        var next = before(autoscaler)
                .withCurrentReplicas(orNull(current))
                .withDesiredReplicas(decision.replicas())
                .withCurrentMetrics(decision.metrics());
        if (decision.replicas() != current) {
            next.withLastScaleTime(KubeTime.format(now));
        }
        write(autoscaler, next, conditions);
    }

    /** The target is this large, and nothing could be decided. */
    void undecided(HorizontalPodAutoscaler autoscaler, int current, AutoscalerConditions conditions) {
        write(autoscaler, before(autoscaler).withCurrentReplicas(orNull(current)), conditions);
    }

    /** The target could not be looked at. */
    void blind(HorizontalPodAutoscaler autoscaler, AutoscalerConditions conditions) {
        write(autoscaler, before(autoscaler), conditions);
    }

    /** The number of desired replicas is never left out. */
    private static HorizontalPodAutoscalerStatusBuilder before(HorizontalPodAutoscaler autoscaler) {
        HorizontalPodAutoscalerStatus status = autoscaler.getStatus();
        return status == null
                ? new HorizontalPodAutoscalerStatusBuilder().withDesiredReplicas(0)
                : new HorizontalPodAutoscalerStatusBuilder(status);
    }

    private void write(
            HorizontalPodAutoscaler autoscaler,
            HorizontalPodAutoscalerStatusBuilder draft,
            AutoscalerConditions conditions) {
        HorizontalPodAutoscalerStatus next =
                draft.withConditions(conditions.all()).build();
        if (!next.equals(autoscaler.getStatus())) {
            autoscaler.setStatus(next);
            client.resource(autoscaler).updateStatus();
        }
    }

    /** The API leaves zero counts out. */
    private static @Nullable Integer orNull(int count) {
        return count == 0 ? null : count;
    }
}
