package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.DrainSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a pod ends.
 *
 * @param drain how long the worker may finish what it runs; default 45 s
 * @param grace time until it is killed; default 60 s, or 15 s more than the drain where that is longer
 */
public record Shutdown(Duration drain, Duration grace) {
    private static final Duration DRAIN = Duration.ofSeconds(45);
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration MARGIN = Duration.ofSeconds(15);

    static Shutdown of(@Nullable DrainSpec drain, @Nullable Integer graceSeconds) {
        Duration timeout = drain == null || drain.timeout() == null ? DRAIN : Durations.parse(drain.timeout());
        return new Shutdown(timeout, graceSeconds == null ? grace(timeout) : Duration.ofSeconds(graceSeconds));
    }

    private static Duration grace(Duration drain) {
        Duration covering = drain.plus(MARGIN);
        return covering.compareTo(GRACE) > 0 ? covering : GRACE;
    }
}
