package com.nineminds.temporal.operator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nineminds.temporal.operator.leader.Candidacy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
                        Set.of(),
                        8,
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(5),
                        new TemporalConfig(Duration.ofSeconds(5), Optional.empty()),
                        new ManagementConfig(8080, Duration.ofMinutes(5)),
                        Optional.empty()));
    }

    @Test
    void everyKeyIsRead() {
        OperatorConfig config = OperatorConfig.from(Map.ofEntries(
                Map.entry("WATCH_NAMESPACES", "shop, mail,,shop"),
                Map.entry("RECONCILE_THREADS", " 3 "),
                Map.entry("RESYNC_INTERVAL", "1m30s"),
                Map.entry("POD_STABILITY", "0s"),
                Map.entry("TEMPORAL_TIMEOUT", "10s"),
                Map.entry("TEMPORAL_CREDENTIALS_DIR", "/etc/credentials/"),
                Map.entry("MANAGEMENT_PORT", "9090"),
                Map.entry("STUCK_AFTER", "2m"),
                Map.entry("LEADER_ELECTION", "on"),
                Map.entry("POD_NAMESPACE", "operations"),
                Map.entry("POD_NAME", "operator-1"),
                Map.entry("LEASE_NAMESPACE", "leases"),
                Map.entry("LEASE_NAME", "one-of-two"),
                Map.entry("LEASE_DURATION", "20s")));

        assertThat(config)
                .isEqualTo(new OperatorConfig(
                        Set.of("shop", "mail"),
                        3,
                        Duration.ofSeconds(90),
                        Duration.ZERO,
                        new TemporalConfig(Duration.ofSeconds(10), Optional.of(Path.of("/etc/credentials"))),
                        new ManagementConfig(9090, Duration.ofMinutes(2)),
                        Optional.of(new Candidacy("leases", "one-of-two", "operator-1", Duration.ofSeconds(20)))));
    }

    @Test
    void inAClusterALeaderIsElectedUnlessSomebodySwitchesItOff() {
        assertThat(OperatorConfig.from(Map.of("POD_NAMESPACE", "operations")).candidacy())
                .contains(new Candidacy("operations", "temporal-worker-operator", "operator", Duration.ofSeconds(15)));
        assertThat(OperatorConfig.from(Map.of("POD_NAMESPACE", "operations", "LEADER_ELECTION", "off"))
                        .candidacy())
                .isEmpty();
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
                "TEMPORAL_CREDENTIALS_DIR | secrets | TEMPORAL_CREDENTIALS_DIR: 'secrets' is not an absolute path",
                "RECONCILE_THREADS | 0     | RECONCILE_THREADS: '0' is not a whole number from 1 to 64",
                "RECONCILE_THREADS | 65    | RECONCILE_THREADS: '65' is not a whole number from 1 to 64",
                "RECONCILE_THREADS | many  | RECONCILE_THREADS: 'many' is not a whole number from 1 to 64",
                "RESYNC_INTERVAL   | 9s    | RESYNC_INTERVAL: '9s' is not a duration from 10s to 1h, e.g. 30s",
                "RESYNC_INTERVAL   | 61m   | RESYNC_INTERVAL: '61m' is not a duration from 10s to 1h, e.g. 30s",
                "POD_STABILITY     | -1s   | POD_STABILITY: '-1s' is not a duration from 0s to 5m, e.g. 30s",
                "POD_STABILITY     | 301s  | POD_STABILITY: '301s' is not a duration from 0s to 5m, e.g. 30s",
                "TEMPORAL_TIMEOUT  | 999   | TEMPORAL_TIMEOUT: '999' is not a duration from 1s to 1m, e.g. 30s",
                "TEMPORAL_TIMEOUT  | 2m    | TEMPORAL_TIMEOUT: '2m' is not a duration from 1s to 1m, e.g. 30s",
                "MANAGEMENT_PORT   | 65536 | MANAGEMENT_PORT: '65536' is not a whole number from 0 to 65535",
                "STUCK_AFTER       | 1s    | STUCK_AFTER: '1s' is not a duration from 1m to 1h, e.g. 30s",
                "LEADER_ELECTION   | yes   | LEADER_ELECTION: 'yes' is none of auto, on, off",
                "LEADER_ELECTION   | on    | LEADER_ELECTION: 'on' needs LEASE_NAMESPACE where there is no POD_NAMESPACE",
                "POD_NAMESPACE     | A     | POD_NAMESPACE: 'A' is not a name that Kubernetes allows",
                "POD_NAME          | A     | POD_NAME: 'A' is not a name that Kubernetes allows",
                "LEASE_NAMESPACE   | A     | LEASE_NAMESPACE: 'A' is not a name that Kubernetes allows",
                "LEASE_NAME        | a/b   | LEASE_NAME: 'a/b' is not a name that Kubernetes allows",
                "LEASE_DURATION    | 4s    | LEASE_DURATION: '4s' is not a duration from 5s to 2m, e.g. 30s",
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
