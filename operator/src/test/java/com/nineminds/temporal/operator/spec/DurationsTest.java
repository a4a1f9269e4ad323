package com.nineminds.temporal.operator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"0s, PT0S, 0s", "90s, PT90S, 1m30s", "2m, PT2M, 2m", "1h30m, PT1H30M, 1h30m", "0h0m5s, PT5S, 5s"})
    void a_duration_is_read_and_written_in_its_shortest_form(String text, Duration duration, String shortest) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
        assertThat(Durations.format(duration)).isEqualTo(shortest);
        assertThat(Durations.parse(shortest)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "90", "1.5h", "2 m", "30m1h", "1h1h", "-5s", "PT5S", "5S", "500ms", "5s\n", "99999999s"
            })
    void anything_else_is_refused_with_an_example(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("such as 90s, 2m or 1h30m");
        assertThat(Durations.tryParse(text)).isEmpty();
    }

    @Test
    void parts_of_a_second_are_not_shown() {
        assertThat(Durations.format(Duration.ofMillis(61_900))).isEqualTo("1m1s");
        assertThat(Durations.format(Duration.ofMillis(900))).isEqualTo("0s");
    }
}
