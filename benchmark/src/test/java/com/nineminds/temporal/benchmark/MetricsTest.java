package com.nineminds.temporal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Metrics METRICS = Metrics.parse("""
            # HELP requests_total Requests
            # TYPE requests_total counter
            requests_total{code="200",verb="get"} 3.0
            requests_total{code="409",verb="patch"} 2
            requests_total{code="200",verb="patch"} 1.5E1
            up 1
            took_seconds_bucket{kind="a",le="0.1"} 98
            took_seconds_bucket{kind="a",le="1.0"} 99
            took_seconds_bucket{kind="a",le="+Inf"} 100
            took_seconds_bucket{kind="b",le="0.1"} 100
            took_seconds_bucket{kind="b",le="1.0"} 100
            took_seconds_bucket{kind="b",le="+Inf"} 100
            """);

    @Test
    void sums_go_over_every_series_of_a_name_or_a_part_of_them() {
        assertThat(METRICS.sum("requests_total")).isEqualTo(20);
        assertThat(METRICS.sum("requests_total", series -> series.label("code").equals("200")))
                .isEqualTo(18);
        assertThat(METRICS.sum("up")).isEqualTo(1);
        assertThat(METRICS.sum("unknown")).isZero();
    }

    @Test
    void a_difference_leaves_out_what_did_not_change() {
        Metrics later = Metrics.parse("requests_total{code=\"200\",verb=\"get\"} 3\nrequests_total{verb=\"list\"} 4\n");

        assertThat(later.since(METRICS).by("verb", "requests_total", series -> true))
                .containsOnlyKeys("list")
                .containsEntry("list", 4L);
    }

    @Test
    void a_quantile_is_the_bound_of_the_bucket_in_which_it_lies() {
        assertThat(METRICS.quantile("took_seconds", 0.99)).isEqualTo(0.1);
        assertThat(METRICS.quantile("took_seconds", 0.995)).isEqualTo(1.0);
        assertThat(METRICS.quantile("took_seconds", 1)).isInfinite();
        assertThat(METRICS.quantile("unknown", 0.99)).isNaN();
    }
}
