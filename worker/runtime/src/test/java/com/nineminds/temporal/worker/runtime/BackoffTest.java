package com.nineminds.temporal.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void it_doubles_up_to_ten_seconds() {
        assertThat(IntStream.range(0, 8)
                        .mapToObj(attempt -> Backoff.after(attempt, 0).toMillis()))
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L, 10_000L);
    }

    @Test
    void chance_takes_away_up_to_half() {
        assertThat(Backoff.after(2, 0.5)).hasMillis(1500);
        assertThat(Backoff.after(1_000_000, 0.999999)).isGreaterThanOrEqualTo(Backoff.after(10, 1));
    }
}
