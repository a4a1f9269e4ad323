package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.operator.OperatorProcess;
import com.nineminds.temporal.operator.config.ManagementConfig;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.loop.wire.Call;
import com.nineminds.temporal.operator.loop.wire.Fault;
import com.nineminds.temporal.operator.loop.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the kubelet and Prometheus are told, also while something is broken. */
@LoopLevel
class ManagementLoopTest {
    private static final Path PAGE = Path.of("docs", "operations.md");
    private static final Pattern METER = Pattern.compile("\\btemporalworker_[a-z_]+");

    /** A clock that does not answer: a reconcile asks it first. */
    private static final class StuckClock extends Clock {
        private final CountDownLatch freed = new CountDownLatch(1);

        @Override
        public Instant instant() {
            try {
                freed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static OperatorConfig watching(String namespace, Duration stuckAfter) {
        return OperatorConfig.defaults()
                .watching(Set.of(namespace))
                .withManagement(new ManagementConfig(0, stuckAfter));
    }

    @Test
    void a_reconcile_that_is_stuck_fails_liveness_until_it_goes_on() {
        StuckClock clock = new StuckClock();
        try (Story story = Story.idle();
                Wire wire = story.newWire();
                OperatorProcess stuck = OperatorProcess.start(
                        watching(story.namespace, Duration.ofMillis(500)),
                        wire.config(),
                        (a, n, q) -> List.of(),
                        clock)) {
            assertThat(stuck.live().ok()).isTrue();

            story.apply(WorkerYaml.image("one"));
            Awaitility.await().until(() -> !stuck.live().ok());
            assertThat(stuck.live().reason()).contains("no sign of life");

            clock.freed.countDown();
            Awaitility.await().until(() -> stuck.live().ok());
        }
    }

    @Test
    void an_api_server_that_goes_away_fails_no_liveness() {
        EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated());
        Clusters.installCrd(cluster.client());
        try (OperatorChild operator =
                OperatorChild.start(cluster.kubeconfig(), Map.of("POD_NAMESPACE", "default", "LEASE_DURATION", "5s"))) {
            operator.await("/readyz", 200, "leads");

            cluster.close();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> operator.get("/readyz").code() == 503);
            assertThat(operator.get("/readyz").body()).contains("Lease");
            assertThat(operator.get("/livez")).isEqualTo(new OperatorChild.Answer(200, "reconciles go on"));
            assertThat(operator.handle().isAlive()).isTrue();
        } finally {
            cluster.close();
        }
    }

    /** Every request hangs until its own timeout, so a reconcile takes for ever, but not silently. */
    @Test
    void an_api_server_that_hangs_fails_no_liveness() {
        try (Story story = Story.idle();
                Wire wire = story.newWire();
                OperatorProcess operator = OperatorProcess.start(
                        watching(story.namespace, Duration.ofSeconds(60)),
                        wire.config(),
                        (a, n, q) -> List.of(),
                        Clock.systemUTC())) {
            wire.always(Call.anyWrite(), Fault.silence());
            story.apply(WorkerYaml.image("one"));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        assertThat(operator.live().ok()).isTrue();
                        return wire.struck() >= 5;
                    });
        }
    }

    @Test
    void it_is_not_ready_before_its_caches_are_filled() {
        try (Story story = Story.idle();
                Wire wire = story.newWire();
                OperatorProcess operator = OperatorProcess.prepare(
                        watching(story.namespace, Duration.ofMinutes(5)),
                        wire.config(),
                        (a, n, q) -> List.of(),
                        Clock.systemUTC())) {
            assertThat(operator.ready().ok()).isFalse();
            assertThat(operator.live().ok()).isTrue();

            operator.begin();

            assertThat(operator.ready().ok()).isTrue();
        }
    }

    @Test
    void rollouts_rollbacks_and_requests_are_counted() {
        try (Story story = Story.serving(WorkerYaml.image("one"))) {
            story.apply(WorkerYaml.image("two").simulate("crash"));
            story.awaitCurrent(Phase.RolledBack);

            story.awaitThat(() -> assertThat(story.metrics())
                    .contains("temporalworker_rollouts_total{result=\"promoted\"} 1.0")
                    .contains("temporalworker_rollouts_total{result=\"rolled_back\"} 1.0")
                    .contains("temporalworker_rollbacks_total{reason=\"CrashLoop\"} 1.0")
                    .contains("temporalworker_rollback_reaction_seconds_count{category=\"crash\"} 1")
                    .contains("temporalworker_workers{phase=\"RolledBack\"} 1.0")
                    .contains("temporalworker_workers{phase=\"Healthy\"} 0.0")
                    .contains("temporalworker_leader 1.0")
                    .containsPattern("temporalworker_api_requests_total\\{code=\"20[01]\",verb=\"patch\"} [0-9.]+")
                    .containsPattern(
                            "temporalworker_gate_lookup_seconds_count\\{gate=\"pollers\",result=\"answered\"} [1-9]"));
            assertThat(story.metrics())
                    .as("names of objects")
                    .doesNotContain(story.namespace, story.target(), "\"" + Story.NAME + "\"");
        }
    }

    @Test
    void the_page_lists_every_meter_and_no_other() throws IOException {
        try (Story story = Story.serving(WorkerYaml.image("one"))) {
            story.apply(WorkerYaml.image("two").simulate("crash"));
            story.awaitCurrent(Phase.RolledBack);
            String page = Files.readString(PAGE);

            Set<String> documented = new TreeSet<>();
            METER.matcher(page).results().forEach(meter -> documented.add(meter.group()));
            Set<String> told = new TreeSet<>();
            story.metrics()
                    .lines()
                    .filter(line -> line.startsWith("# TYPE temporalworker_"))
                    .filter(line -> !line.contains("_seconds_max"))
                    .forEach(line -> told.add(line.split(" ")[2]));
            assertThat(documented).isEqualTo(told);
        }
    }
}
