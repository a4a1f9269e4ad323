package com.nineminds.temporal.worker.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void quantiles_lie_between_the_nearest_ranks_in_whatever_order_was_measured() {
        Samples samples = new Samples(List.of(9.0, 1.0, 3.0, 2.0));

        assertThat(samples.median()).isEqualTo(2.5);
        assertThat(samples.quantile(0)).isEqualTo(1);
        assertThat(samples.quantile(0.75)).isEqualTo(4.5);
        assertThat(samples.quantile(1)).isEqualTo(9);
        assertThat(new Samples(List.of()).median()).isNaN();
    }

    @Test
    void the_ratio_is_of_the_medians_and_its_spread_of_what_was_measured_side_by_side() {
        var slowing = new Comparison();
        List.of(100.0, 50.0, 10.0).forEach(plain -> {
            slowing.add(Kind.PLAIN, plain);
            slowing.add(Kind.RUNTIME, plain * 0.9);
        });
        slowing.add(Kind.PLAIN, 1000.0);

        assertThat(slowing.ratios().values()).containsExactly(0.9, 0.9, 0.9);
        assertThat(slowing.ratio()).isEqualTo(45.0 / 75.0);
    }

    @Test
    void the_cost_of_slots_is_the_slope_of_heap_over_busy_slots() {
        SlotCost cost = SlotCost.of(
                List.of(new SlotCost.Point(100, 17), new SlotCost.Point(200, 22), new SlotCost.Point(400, 32)));

        assertThat(cost.perHundred()).isCloseTo(5, within(1e-9));
        assertThat(cost.atRest()).isCloseTo(12, within(1e-9));
        assertThat(SlotCost.of(List.of(new SlotCost.Point(100, 17))).perHundred())
                .isNaN();
    }

    @Test
    void a_class_histogram_ends_with_the_bytes_of_all() {
        assertThat(ClassHistogram.totalBytes("""
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         40000        3500000  [B (java.base@17)
                Total        120000        7340032
                """)).isEqualTo(7340032);
        assertThatThrownBy(() -> ClassHistogram.totalBytes("4711: no such process"))
                .hasMessageContaining("no such process");
    }
}
