package com.nineminds.temporal.worker.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.worker.tenant.stub.OwnPostgres;
import com.nineminds.temporal.worker.tenant.stub.TcpProxy;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What a worker needs goes away for ten seconds, or as long as it takes to be noticed, in the middle of its work for twenty tenants: no
 * time is skipped and nothing is restarted. The outages have nothing to do with one another and mostly wait, so they take place at once.
 */
class RealOutageTest {

    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration RUN_TIMEOUT = Duration.ofMinutes(30);

    /** Activities at once, by default. */
    private static final int SLOTS = 10;

    @TempDir
    private Path directory;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_database_server_that_is_stopped_and_started_again() throws Exception {
        try (var postgres = new OwnPostgres(directory.resolve("data"));
                var around = new Surroundings(directory);
                var outage = inTheMiddleOfTheWork(around, postgres)) {
            long begun = System.nanoTime();
            postgres.stop();
            outage.lasts(OUTAGE, begun, "database");
            postgres.start();

            outage.isSurvivedByAll();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_failover_to_a_standby_that_is_promoted_later() throws Exception {
        try (var postgres = new OwnPostgres(directory.resolve("data"));
                var around = new Surroundings(directory);
                var outage = inTheMiddleOfTheWork(around, postgres)) {
            long begun = System.nanoTime();
            postgres.stop();
            postgres.startAsStandby();
            assertRefusesWrites(postgres);
            outage.lasts(OUTAGE, begun, "database");
            postgres.promote();

            outage.isSurvivedByAll();
        }
    }

    /** Connections stay. */
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_database_that_may_only_be_read() throws Exception {
        try (var postgres = new OwnPostgres(directory.resolve("data"));
                var around = new Surroundings(directory);
                var outage = inTheMiddleOfTheWork(around, postgres)) {
            long begun = System.nanoTime();
            postgres.makeReadOnly(true);
            assertRefusesWrites(postgres);
            outage.lasts(OUTAGE, begun, "database");
            postgres.makeReadOnly(false);

            outage.isSurvivedByAll();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_temporal_server_that_cannot_be_reached() throws Exception {
        try (var around = new Surroundings(directory)) {
            outOfReachOfTemporal(around, OUTAGE);
        }
    }

    /** It is down from the moment at which all runs have begun until they have ended, and is told later. */
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_store_that_is_down() throws Exception {
        try (var database = TestDatabase.createEmpty();
                var around = new Surroundings(directory);
                var way = new TcpProxy(around.store().uri().getAuthority())) {
            Map<String, String> environment = around.environment(database);
            environment.put("NMSTORE_BASE_URL", "http://" + way.address());
            // A report at the end of a run may take an eighth of it.
            try (var outage = Outage.inTheMiddleOfTheWork(around, database.sql(), environment, Duration.ofMinutes(2))) {
                int tenants = outage.tenants().runs().size();
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> sessionsTold(around, "in_progress").size() == tenants);
                way.cut();
                int told = sessionsTold(around, "completed").size();
                around.resend().release();
                outage.isSurvivedByAll();
                assertThat(sessionsTold(around, "completed")).hasSize(told).hasSizeLessThan(tenants);
                way.mend();

                await().atMost(Duration.ofMinutes(2))
                        .until(() -> sessionsTold(around, "completed").size() == tenants);
                assertThat(around.store().statuses()).doesNotContain("failed");
            }
        }
    }

    static void outOfReachOfTemporal(Surroundings around, Duration length) throws Exception {
        try (var database = TestDatabase.createEmpty();
                var way = new TcpProxy(around.temporal())) {
            Map<String, String> environment = around.environment(database);
            environment.put("TEMPORAL_ADDRESS", way.address());
            try (var outage = Outage.inTheMiddleOfTheWork(around, database.sql(), environment, RUN_TIMEOUT)) {
                // Nothing is handed out any more: what a connection takes with it comes back only when its time is
                // over.
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> around.resend().held() == SLOTS);
                long begun = System.nanoTime();
                way.cut();
                outage.lasts(length, begun, "task queue");
                way.mend();

                outage.isSurvivedByAll();
            }
        }
    }

    private static Outage inTheMiddleOfTheWork(Surroundings around, OwnPostgres postgres) throws Exception {
        Map<String, String> environment = around.environment(postgres.port(), "postgres");
        environment.put("DB_POOL_ACQUIRE_TIMEOUT", "2s");
        return Outage.inTheMiddleOfTheWork(around, postgres.sql(), environment, RUN_TIMEOUT);
    }

    private static Set<String> sessionsTold(Surroundings around, String status) {
        return around.store().updates().stream()
                .filter(update -> update.path("workflowStatus").asText().equals(status))
                .map(update -> update.path("checkoutSessionId").asText())
                .collect(Collectors.toSet());
    }

    private static void assertRefusesWrites(OwnPostgres postgres) {
        assertThatThrownBy(() -> postgres.sql().execute("UPDATE tenants SET company_name = company_name"))
                .hasMessageContaining("read-only transaction");
    }
}
