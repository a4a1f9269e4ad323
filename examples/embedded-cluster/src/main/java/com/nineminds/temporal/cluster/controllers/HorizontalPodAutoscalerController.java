package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.autoscaling.AutoscalerConditions;
import com.nineminds.temporal.cluster.autoscaling.Autoscaling;
import com.nineminds.temporal.cluster.autoscaling.AutoscalingDecision;
import com.nineminds.temporal.cluster.autoscaling.MetricException;
import com.nineminds.temporal.cluster.autoscaling.ScalingHistory;
import com.nineminds.temporal.cluster.autoscaling.ScriptedMetrics;
import com.nineminds.temporal.cluster.autoscaling.Target;
import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Scales Deployments and ReplicaSets through their scale subresource. It looks when something changes, and every 15 s
 * while only time holds it back.
 */
final class HorizontalPodAutoscalerController implements Controller {
    private static final Duration SYNC = Duration.ofSeconds(15);
    private static final Duration REFUSED_RETRY = Duration.ofSeconds(1);

    private final KubernetesClient client;
    private final EventRecorder events;
    private final Clock clock;
    private final ScriptedMetrics metrics;
    private final Autoscaling autoscaling;
    private final ScaleTargets targets;
    private final AutoscalerStatuses statuses;
    private final Map<ObjectName, CrossVersionObjectReference> autoscalers = new ConcurrentHashMap<>();
    private final Map<ObjectName, ScalingHistory> histories = new HashMap<>();

    HorizontalPodAutoscalerController(
            KubernetesClient client, EventRecorder events, Clock clock, ScriptedMetrics metrics) {
        this.client = client;
        this.events = events;
        this.clock = clock;
        this.metrics = metrics;
        this.autoscaling = new Autoscaling(metrics);
        this.targets = new ScaleTargets(client);
        this.statuses = new AutoscalerStatuses(client);
    }

    @Override
    public String name() {
        return "horizontalpodautoscaler";
    }

    @Override
    public void watch(Watches watches, Consumer<ObjectName> enqueue) {
        watches.on(HorizontalPodAutoscaler.class, autoscaler -> {
            ObjectName name = ObjectName.of(autoscaler);
            autoscalers.put(name, autoscaler.getSpec().getScaleTargetRef());
            enqueue.accept(name);
        });
        watches.on(Deployment.class, target -> scaling(target, "Deployment").forEach(enqueue));
        watches.on(ReplicaSet.class, target -> scaling(target, "ReplicaSet").forEach(enqueue));
        metrics.listen(namespace -> autoscalers.keySet().stream()
                .filter(name -> name.namespace().equals(namespace))
                .forEach(enqueue));
    }

    private List<ObjectName> scaling(HasMetadata target, String kind) {
        ObjectName name = ObjectName.of(target);
        return autoscalers.entrySet().stream()
                .filter(entry -> entry.getKey().namespace().equals(name.namespace()))
                .filter(entry -> entry.getValue().getKind().equals(kind)
                        && entry.getValue().getName().equals(name.name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<Duration> reconcile(ObjectName name) {
        HorizontalPodAutoscaler autoscaler = client.autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(name.namespace())
                .withName(name.name())
                .get();
        if (autoscaler == null || Pods.deleting(autoscaler)) {
            autoscalers.remove(name);
            histories.remove(name);
            return Optional.empty();
        }
        AutoscalerConditions conditions = new AutoscalerConditions(autoscaler, clock.instant());
        try {
            Scale scale = targets.scale(autoscaler);
            conditions.set(
                    AutoscalerConditions.ABLE_TO_SCALE,
                    true,
                    "SucceededGetScale",
                    "the HPA controller was able to get the target's current scale");
            return follow(autoscaler, scale, conditions);
        } catch (ScaleTargets.UnscalableException failed) {
            events.warning(autoscaler, "FailedGetScale", failed.message());
            conditions.set(
                    AutoscalerConditions.ABLE_TO_SCALE,
                    false,
                    "FailedGetScale",
                    "the HPA controller was unable to get the target's current scale: " + failed.message());
            statuses.blind(autoscaler, conditions);
            return Optional.empty();
        }
    }

    private Optional<Duration> follow(
            HorizontalPodAutoscaler autoscaler, Scale scale, AutoscalerConditions conditions) {
        Target target = targets.target(scale);
        ScalingHistory history = histories.computeIfAbsent(ObjectName.of(autoscaler), unseen -> new ScalingHistory());
        history.begin(target.replicas(), clock.instant());
        try {
            AutoscalingDecision decision = autoscaling.decide(autoscaler, target, history, conditions, clock.instant());
            if (decision.replicas() != target.replicas()) {
                rescale(autoscaler, scale, decision, conditions);
                history.scaled(target.replicas(), decision.replicas(), clock.instant());
            }
            statuses.decided(autoscaler, target.replicas(), decision, conditions, clock.instant());
            return decision.held() ? Optional.of(SYNC) : Optional.empty();
        } catch (MetricException failed) {
            events.warning(autoscaler, failed.reason(), failed.message());
            events.warning(autoscaler, "FailedComputeMetricsReplicas", failed.summary());
            statuses.undecided(autoscaler, target.replicas(), conditions);
            return Optional.empty();
        } catch (ScaleTargets.UnscalableException refused) {
            statuses.undecided(autoscaler, target.replicas(), conditions);
            return Optional.of(REFUSED_RETRY);
        }
    }

    private void rescale(
            HorizontalPodAutoscaler autoscaler,
            Scale scale,
            AutoscalingDecision decision,
            AutoscalerConditions conditions)
            throws ScaleTargets.UnscalableException {
        String news = "New size: %d; reason: %s".formatted(decision.replicas(), decision.reason());
        try {
            targets.write(autoscaler, scale, decision.replicas());
            conditions.set(
                    AutoscalerConditions.ABLE_TO_SCALE,
                    true,
                    "SucceededRescale",
                    "the HPA controller was able to update the target scale to " + decision.replicas());
            events.normal(autoscaler, "SuccessfulRescale", news);
        } catch (ScaleTargets.UnscalableException refused) {
            conditions.set(
                    AutoscalerConditions.ABLE_TO_SCALE,
                    false,
                    "FailedUpdateScale",
                    "the HPA controller was unable to update the target scale: " + refused.message());
            events.warning(autoscaler, "FailedRescale", news + "; error: " + refused.message());
            throw refused;
        }
    }
}
