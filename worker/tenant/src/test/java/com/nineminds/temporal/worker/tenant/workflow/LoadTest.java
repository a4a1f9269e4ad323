package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.worker.tenant.stub.Hang;
import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.stub.TenantFixture;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationResult;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More provisionings at once than the pool has connections. */
class LoadTest {

    private static final int CONNECTIONS = 5;
    private static final int TENANTS = 50;
    /** As many as have an activity's slot at once. */
    private static final int HELD_UP = 10;

    /** Whoever waits for a connection gives up and comes again. */
    @Test
    void connections_that_are_all_in_use_for_longer_than_anybody_waits_cost_no_tenant() throws Exception {
        var fixture = new TenantFixture(CompensationPolicy.RETAIN, TestDatabase.create(2, Duration.ofMillis(500)));
        TestDatabase database = fixture.database;
        var hang = new Hang();
        try (var provisioning = new Provisioning(fixture)) {
            List<CompletableFuture<Object>> holders = IntStream.range(0, 2)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> database.open().inTransaction(handle -> hang.before(() -> (Object) handle))))
                    .toList();
            await().until(() -> database.connectionsInUse() == 2);
            List<WorkflowStub> runs = IntStream.range(0, HELD_UP)
                    .mapToObj(Provisioning::numbered)
                    .map(provisioning::start)
                    .toList();
            await().atMost(Duration.ofMinutes(1)).until(() -> database.acquisitionsGivenUp() >= HELD_UP);
            assertThat(database.rows()).isEmpty();

            hang.release();

            assertThat(runs)
                    .allSatisfy(run -> assertThat(
                                    run.getResult(TenantCreationResult.class).emailSent())
                            .isTrue());
            assertThat(database.rows())
                    .hasSize(8)
                    .allSatisfy((table, count) -> assertThat(count).as(table).isEqualTo(HELD_UP));
            assertThat(fixture.resend.mails()).hasSize(HELD_UP);
            assertThat(holders).allSatisfy(holder -> assertThat(holder).isCompleted());
            await().until(() -> database.connectionsInUse() == 0);
        } finally {
            hang.release();
        }
    }

    @Test
    void fifty_tenants_at_once_get_by_with_five_connections_and_give_them_back() {
        try (var provisioning = Provisioning.withConnections(CompensationPolicy.RETAIN, CONNECTIONS)) {
            List<WorkflowStub> runs = IntStream.range(0, TENANTS)
                    .mapToObj(Provisioning::numbered)
                    .map(provisioning::start)
                    .toList();

            assertThat(runs)
                    .allSatisfy(run -> assertThat(
                                    run.getResult(TenantCreationResult.class).emailSent())
                            .isTrue());

            TestDatabase database = provisioning.fixture.database;
            assertThat(database.query("SELECT email FROM tenants"))
                    .doesNotHaveDuplicates()
                    .hasSize(TENANTS);
            assertThat(database.rows())
                    .hasSize(8)
                    .allSatisfy((table, count) -> assertThat(count).as(table).isEqualTo(TENANTS));
            assertThat(provisioning.fixture.resend.mails()).hasSize(TENANTS);
            await().until(() -> database.connectionsInUse() == 0);
            assertThat(Integer.parseInt(database.value("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND application_name = 'tenant-worker'")))
                    .isLessThanOrEqualTo(CONNECTIONS);
        }
    }
}
