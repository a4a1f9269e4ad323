package com.nineminds.temporal.cluster.autoscaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import java.time.Duration;
import java.time.Instant;

/** What keeps an autoscaler from following its metrics at once: its bounds, stabilization windows and rates. */
public final class ScalingLimits {
    private final int min;
    private final int max;
    private final Rate up;
    private final Rate down;

    private ScalingLimits(int min, int max, Rate up, Rate down) {
        this.min = min;
        this.max = max;
        this.up = up;
        this.down = down;
    }

    public static ScalingLimits of(HorizontalPodAutoscaler autoscaler) {
        HorizontalPodAutoscalerSpec spec = autoscaler.getSpec();
        HorizontalPodAutoscalerBehavior behavior = spec.getBehavior();
        return new ScalingLimits(
                spec.getMinReplicas() == null ? 1 : spec.getMinReplicas(),
                spec.getMaxReplicas(),
                Rate.up(behavior),
                Rate.down(behavior));
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    /** The size to take now for a demand, noted in {@code history}; {@code conditions} say what held it back. */
    public int apply(int current, int demanded, ScalingHistory history, AutoscalerConditions conditions, Instant now) {
        int stable = stabilized(current, demanded, history, now);
        history.recommend(demanded, now);
        history.forget(longest(), now);
        tellStability(stable == demanded, demanded >= current, conditions);
        int limited = limited(current, stable, history, conditions, now);
        if (limited == stable) {
            conditions.set(
                    AutoscalerConditions.SCALING_LIMITED,
                    false,
                    "DesiredWithinRange",
                    "the desired count is within the acceptable range");
        }
        return limited;
    }

    private int stabilized(int current, int demanded, ScalingHistory history, Instant now) {
        int least =
                Math.min(demanded, history.recommended(up.window(), now).min().orElse(demanded));
        int most =
                Math.max(demanded, history.recommended(down.window(), now).max().orElse(demanded));
        return Math.min(Math.max(current, least), most);
    }

    private static void tellStability(boolean stable, boolean up, AutoscalerConditions conditions) {
        if (stable) {
            conditions.set(
                    AutoscalerConditions.ABLE_TO_SCALE,
                    true,
                    "ReadyForNewScale",
                    "recommended size matches current size");
        } else if (up) {
            conditions.set(
                    AutoscalerConditions.ABLE_TO_SCALE,
                    true,
                    "ScaleUpStabilized",
                    "recent recommendations were lower than current one, applying the lowest recent recommendation");
        } else {
            conditions.set(
                    AutoscalerConditions.ABLE_TO_SCALE,
                    true,
                    "ScaleDownStabilized",
                    "recent recommendations were higher than current one, applying the highest recent recommendation");
        }
    }

    private int limited(int current, int wanted, ScalingHistory history, AutoscalerConditions conditions, Instant now) {
        int fastest = Math.max(current, up.limit(current, history, now));
        int slowest = Math.min(current, down.limit(current, history, now));
        int most = Math.min(max, fastest);
        int least = Math.max(min, slowest);
        if (wanted > most) {
            tellLimit(
                    conditions,
                    most < max ? "ScaleUpLimit" : "TooManyReplicas",
                    most < max
                            ? "the desired replica count is increasing faster than the maximum scale rate"
                            : "the desired replica count is more than the maximum replica count");
            return most;
        }
        if (wanted < least) {
            tellLimit(
                    conditions,
                    least > min ? "ScaleDownLimit" : "TooFewReplicas",
                    least > min
                            ? "the desired replica count is decreasing faster than the maximum scale rate"
                            : "the desired replica count is less than the minimum replica count");
            return least;
        }
        return wanted;
    }

    private static void tellLimit(AutoscalerConditions conditions, String reason, String message) {
        conditions.set(AutoscalerConditions.SCALING_LIMITED, true, reason, message);
    }

    private Duration longest() {
        Duration longestUp = up.lookBack();
        Duration longestDown = down.lookBack();
        return longestUp.compareTo(longestDown) > 0 ? longestUp : longestDown;
    }
}
