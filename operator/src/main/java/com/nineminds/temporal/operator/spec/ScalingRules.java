package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.AutoscalingSpec;
import com.nineminds.temporal.api.v1alpha1.Defaults;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.ScalingSpec;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many pods there are and how many may be missing: {@code scaling}, {@code disruption}. */
final class ScalingRules {
    private static final String MIN_AVAILABLE = "spec.disruption.minAvailable";

    private ScalingRules() {}

    static void check(TemporalWorkerSpec spec, Findings findings) {
        var scaling = spec.scaling();
        if (scaling != null) {
            findings.unless(
                    scaling.replicas() == null || scaling.autoscaling() == null, "spec.scaling", Rules.SCALING_MODES);
            findings.unless(
                    lowest(scaling.autoscaling()) <= highest(scaling.autoscaling()),
                    "spec.scaling.autoscaling",
                    Rules.AUTOSCALING_RANGE);
        }
        if (spec.disruption() != null && spec.disruption().minAvailable() != null) {
            checkDisruption(spec.disruption().minAvailable(), lowest(scaling), findings);
        }
    }

    private static void checkDisruption(IntOrString minAvailable, long lowest, Findings findings) {
        var count = minAvailable.getIntVal();
        if (count != null) {
            findings.unless(count >= 0, MIN_AVAILABLE, Rules.DISRUPTION_FORMAT);
            findings.unless(count < lowest, MIN_AVAILABLE, Rules.DISRUPTION_EVICTABLE);
            return;
        }
        var text = Objects.requireNonNullElse(minAvailable.getStrVal(), "");
        if (!Regex.finds(Patterns.PERCENT, text)) {
            findings.add(MIN_AVAILABLE, Rules.DISRUPTION_FORMAT);
            return;
        }
        var percent = Integer.parseInt(text.substring(0, text.length() - 1));
        // Kubernetes rounds a percentage of minAvailable up.
        findings.unless((percent * lowest + 99) / 100 < lowest, MIN_AVAILABLE, Rules.DISRUPTION_EVICTABLE);
    }

    private static long lowest(@Nullable ScalingSpec scaling) {
        if (scaling == null) {
            return Defaults.MIN_REPLICAS;
        }
        return scaling.replicas() != null ? scaling.replicas() : lowest(scaling.autoscaling());
    }

    private static int lowest(@Nullable AutoscalingSpec autoscaling) {
        return autoscaling == null || autoscaling.minReplicas() == null
                ? Defaults.MIN_REPLICAS
                : autoscaling.minReplicas();
    }

    private static int highest(@Nullable AutoscalingSpec autoscaling) {
        return autoscaling == null || autoscaling.maxReplicas() == null
                ? Defaults.MAX_REPLICAS
                : autoscaling.maxReplicas();
    }
}
