package com.nineminds.temporal.worker.runtime.metrics;

import com.uber.m3.util.Duration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Temporal's reporter with the same result and less work. That one builds a timer's tags and searches the registry at every call to the
 * server and several times a task, a twentieth of a busy worker's processor time. Counters and gauges it is given once a second only.
 */
final class CachingReporter extends MicrometerClientStatsReporter {

    private final MeterRegistry registry;
    private final ConcurrentMap<Series, Timer> timers = new ConcurrentHashMap<>();

    /** A scope hands over the same immutable map every time, so it is enough to know that one again. */
    private record Series(String name, Map<String, String> tags) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Series series && hasTags(series.tags) && name.equals(series.name);
        }

        @SuppressWarnings("ReferenceEquality")
        private boolean hasTags(Map<String, String> others) {
            return tags == others;
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + System.identityHashCode(tags);
        }
    }

    CachingReporter(MeterRegistry registry) {
        super(registry);
        this.registry = registry;
    }

    @Override
    public void reportTimer(String name, @Nullable Map<String, String> tags, Duration interval) {
        // The root scope has none.
        timers.computeIfAbsent(new Series(name, tags == null ? Map.of() : tags), this::timer)
                .record(java.time.Duration.ofNanos(interval.getNanos()));
    }

    private Timer timer(Series series) {
        List<Tag> tags = series.tags().entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                .toList();
        return Timer.builder(series.name())
                .tags(tags)
                .publishPercentileHistogram(true)
                .register(registry);
    }
}
