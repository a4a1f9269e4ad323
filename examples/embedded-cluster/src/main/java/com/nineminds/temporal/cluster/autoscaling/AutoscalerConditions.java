package com.nineminds.temporal.cluster.autoscaling;

import com.nineminds.temporal.cluster.objects.KubeTime;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerConditionBuilder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of one autoscaler while its next status is put together. */
public final class AutoscalerConditions {
    public static final String ABLE_TO_SCALE = "AbleToScale";
    public static final String SCALING_ACTIVE = "ScalingActive";
    public static final String SCALING_LIMITED = "ScalingLimited";

    private final Map<String, HorizontalPodAutoscalerCondition> byType = new LinkedHashMap<>();
    private final String now;

    public AutoscalerConditions(HorizontalPodAutoscaler autoscaler, Instant now) {
        this.now = KubeTime.format(now);
        if (autoscaler.getStatus() != null) {
            autoscaler.getStatus().getConditions().forEach(condition -> byType.put(condition.getType(), condition));
        }
    }

    /** Sets a condition; the time of its last transition stays while the status does. */
    public void set(String type, boolean status, String reason, String message) {
        String text = status ? "True" : "False";
        String since = Optional.ofNullable(byType.get(type))
                .filter(condition -> condition.getStatus().equals(text))
                .map(HorizontalPodAutoscalerCondition::getLastTransitionTime)
                .orElse(now);
        byType.put(
                type,
                new HorizontalPodAutoscalerConditionBuilder()
                        .withType(type)
                        .withStatus(text)
                        .withReason(reason)
                        .withMessage(message)
                        .withLastTransitionTime(since)
                        .build());
    }

    /** Whether a condition has this reason now. */
    public boolean hasReason(String type, String reason) {
        return Optional.ofNullable(byType.get(type))
                .filter(condition -> reason.equals(condition.getReason()))
                .isPresent();
    }

    public List<HorizontalPodAutoscalerCondition> all() {
        return List.copyOf(byType.values());
    }
}
