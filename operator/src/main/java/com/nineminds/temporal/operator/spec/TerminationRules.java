package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.Defaults;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import com.nineminds.temporal.operator.spec.Findings.Bounds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a pod ends: {@code drain}, {@code terminationGracePeriodSeconds}. */
final class TerminationRules {
    private static final Bounds DRAIN = new Bounds(Duration.ofSeconds(1), Duration.ofHours(24));

    private TerminationRules() {}

    static void check(TemporalWorkerSpec spec, Findings findings) {
        var timeout = spec.drain() == null ? null : spec.drain().timeout();
        findings.unlessBetween(timeout, DRAIN, "spec.drain.timeout", Rules.DRAIN_TIMEOUT);
        var grace = spec.terminationGracePeriodSeconds();
        findings.unless(
                grace == null || grace >= seconds(timeout),
                "spec.terminationGracePeriodSeconds",
                Rules.GRACE_COVERS_DRAIN);
    }

    private static long seconds(@Nullable String timeout) {
        return Durations.tryParse(timeout)
                .orElse(Durations.parse(Defaults.DRAIN_TIMEOUT))
                .toSeconds();
    }
}
