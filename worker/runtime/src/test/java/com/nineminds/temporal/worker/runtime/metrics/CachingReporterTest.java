package com.nineminds.temporal.worker.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.StatsReporter;
import com.uber.m3.util.Duration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CachingReporterTest {
    @Test
    void a_scrape_shows_the_same_as_with_temporals_own_reporter() throws Exception {
        String own = scrapeAfterReports(MicrometerClientStatsReporter::new);

        assertThat(scrapeAfterReports(CachingReporter::new)).isEqualTo(own);
        assertThat(own)
                .contains(
                        "latency_seconds_count{operation=\"Poll\"} 3", "latency_seconds_count{operation=\"Start\"} 1");
    }

    /** The same series from several scopes, another one of the same name, and one without tags. */
    private static String scrapeAfterReports(Function<MeterRegistry, StatsReporter> reporter) throws Exception {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        String scraped;
        try (Scope scope =
                new RootScopeBuilder().reporter(reporter.apply(registry)).reportEvery(Duration.ofHours(1))) {
            for (String operation : List.of("Poll", "Start", "Poll")) {
                record(scope.tagged(Map.of("operation", operation)));
            }
            record(scope.tagged(Map.of("operation", "Poll")));
            scope.timer("untagged").record(Duration.ofMillis(2));
            scraped = registry.scrape();
        }
        return scraped;
    }

    private static void record(Scope scope) {
        scope.timer("latency").record(Duration.ofMillis(3));
    }
}
