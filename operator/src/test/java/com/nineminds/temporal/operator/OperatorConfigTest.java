package com.nineminds.temporal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's own settings: what they are without a word, and what is said of a bad one. */
class OperatorConfigTest {
    @Test
    void theDefaultsAreThese() {
        assertThat(OperatorConfig.defaults())
                .isEqualTo(new OperatorConfig(
                        Set.of(), 8, Duration.ofMinutes(2), Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    @Test
    void everyKeyIsRead() {
        OperatorConfig config = OperatorConfig.from(Map.of(
                "WATCH_NAMESPACES", "shop, mail,,shop",
                "RECONCILE_THREADS", " 3 ",
                "RESYNC_INTERVAL", "1m30s",
                "POD_STABILITY", "0s",
                "TEMPORAL_TIMEOUT", "10s"));

        assertThat(config)
                .isEqualTo(new OperatorConfig(
                        Set.of("shop", "mail"), 3, Duration.ofSeconds(90), Duration.ZERO, Duration.ofSeconds(10)));
    }

    @Test
    void anEmptyValueIsTheDefault() {
        assertThat(OperatorConfig.from(Map.of("RECONCILE_THREADS", "", "POD_STABILITY", " ")))
                .isEqualTo(OperatorConfig.defaults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WATCH_NAMESPACES  | Shop  | WATCH_NAMESPACES: 'Shop' is not a namespace name; give names separated by commas",
                "RECONCILE_THREADS | 0     | RECONCILE_THREADS: '0' is not a whole number from 1 to 64",
                "RECONCILE_THREADS | 65    | RECONCILE_THREADS: '65' is not a whole number from 1 to 64",
                "RECONCILE_THREADS | many  | RECONCILE_THREADS: 'many' is not a whole number from 1 to 64",
                "RESYNC_INTERVAL   | 9s    | RESYNC_INTERVAL: '9s' is not a duration from 10s to 1h, e.g. 30s",
                "RESYNC_INTERVAL   | 61m   | RESYNC_INTERVAL: '61m' is not a duration from 10s to 1h, e.g. 30s",
                "POD_STABILITY     | -1s   | POD_STABILITY: '-1s' is not a duration from 0s to 5m, e.g. 30s",
                "POD_STABILITY     | 301s  | POD_STABILITY: '301s' is not a duration from 0s to 5m, e.g. 30s",
                "TEMPORAL_TIMEOUT  | 999   | TEMPORAL_TIMEOUT: '999' is not a duration from 1s to 1m, e.g. 30s",
                "TEMPORAL_TIMEOUT  | 2m    | TEMPORAL_TIMEOUT: '2m' is not a duration from 1s to 1m, e.g. 30s",
            })
    void aBadValueIsNamedWithWhatIsAllowed(String key, String value, String message) {
        assertThatThrownBy(() -> OperatorConfig.from(Map.of(key, value)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessage("invalid configuration:\n  " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "RECONCILE_THREADS, 1",
        "RECONCILE_THREADS, 64",
        "RESYNC_INTERVAL, 10s",
        "RESYNC_INTERVAL, 1h",
        "POD_STABILITY, 5m",
        "TEMPORAL_TIMEOUT, 1s",
        "TEMPORAL_TIMEOUT, 60s",
    })
    void theBoundsThemselvesAreAllowed(String key, String value) {
        assertThat(OperatorConfig.from(Map.of(key, value))).isNotNull();
    }

    @Test
    void oneStartTellsEverythingThatIsWrong() {
        assertThatThrownBy(() -> OperatorConfig.from(Map.of("RECONCILE_THREADS", "x", "POD_STABILITY", "y")))
                .hasMessageContaining("RECONCILE_THREADS")
                .hasMessageContaining("POD_STABILITY");
    }

    @Test
    void aCopyDiffersInOneSettingOnly() {
        assertThat(OperatorConfig.defaults()
                        .withStability(Duration.ofSeconds(1))
                        .stability())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(OperatorConfig.defaults().watching(Set.of("shop")))
                .isEqualTo(OperatorConfig.from(Map.of("WATCH_NAMESPACES", "shop")));
    }
}
