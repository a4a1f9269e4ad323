package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.AutoscalingSpec;
import com.nineminds.temporal.api.v1alpha1.ScalingSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many pods serve: a fixed number, or as many as an autoscaler finds right. */
public sealed interface Scaling {
    /** Fewest pods that serve. */
    int min();

    /** Most pods that serve; the same as {@link #min} for a fixed number. */
    int max();

    /** @param replicas pods, at least 0 */
    record Fixed(int replicas) implements Scaling {
        @Override
        public int min() {
            return replicas;
        }

        @Override
        public int max() {
            return replicas;
        }
    }

    /**
     * @param min default 2
     * @param max default 10
     * @param cpu target in percent of the request, default 70
     * @param memory target in percent of the request, default 80
     */
    record Autoscaled(int min, int max, int cpu, int memory) implements Scaling {
        static final Autoscaled DEFAULT = new Autoscaled(2, 10, 70, 80);
    }

    static Scaling of(@Nullable ScalingSpec spec) {
        if (spec != null && spec.replicas() != null) {
            return new Fixed(spec.replicas());
        }
        AutoscalingSpec auto = spec == null ? null : spec.autoscaling();
        if (auto == null) {
            return Autoscaled.DEFAULT;
        }
        return new Autoscaled(
                Objects.requireNonNullElse(auto.minReplicas(), Autoscaled.DEFAULT.min()),
                Objects.requireNonNullElse(auto.maxReplicas(), Autoscaled.DEFAULT.max()),
                Objects.requireNonNullElse(auto.cpuUtilization(), Autoscaled.DEFAULT.cpu()),
                Objects.requireNonNullElse(auto.memoryUtilization(), Autoscaled.DEFAULT.memory()));
    }
}
