package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.spec.Scaling;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRulesBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;

/** The autoscaler of a serving revision, {@code <worker>-<hash>}. */
public final class HorizontalPodAutoscalerResource {
    private static final int PERIOD_SECONDS = 60;

    private HorizontalPodAutoscalerResource() {}

    /** @param targets how busy the pods may be; its own bounds are those of the whole worker and not used */
    public static HorizontalPodAutoscaler desired(
            WorkerRef worker, String hash, HpaBounds bounds, Scaling.Autoscaled targets) {
        return new HorizontalPodAutoscalerBuilder()
                .withMetadata(Metadata.ofRevision(worker, hash))
                .withNewSpec()
                .withNewScaleTargetRef("apps/v1", "Deployment", Names.ofRevision(worker, hash))
                .withMinReplicas(bounds.min())
                .withMaxReplicas(bounds.max())
                .withMetrics(utilization("cpu", targets.cpu()), utilization("memory", targets.memory()))
                .withNewBehavior()
                .withScaleUp(scaleUp())
                .withScaleDown(scaleDown())
                .endBehavior()
                .endSpec()
                .build();
    }

    private static MetricSpec utilization(String resource, int percent) {
        return new MetricSpecBuilder()
                .withType("Resource")
                .withNewResource()
                .withName(resource)
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(percent)
                .endTarget()
                .endResource()
                .build();
    }

    /** Fast: at most double, or two more, a minute, whichever is more. */
    private static HPAScalingRules scaleUp() {
        return new HPAScalingRulesBuilder()
                .withStabilizationWindowSeconds(60)
                .withPolicies(policy("Percent", 100), policy("Pods", 2))
                .withSelectPolicy("Max")
                .build();
    }

    /** Slow: every pod that goes has to drain. */
    private static HPAScalingRules scaleDown() {
        return new HPAScalingRulesBuilder()
                .withStabilizationWindowSeconds(300)
                .withPolicies(policy("Percent", 10), policy("Pods", 1))
                .withSelectPolicy("Min")
                .build();
    }

    private static HPAScalingPolicy policy(String type, int value) {
        return new HPAScalingPolicy(PERIOD_SECONDS, type, value);
    }
}
