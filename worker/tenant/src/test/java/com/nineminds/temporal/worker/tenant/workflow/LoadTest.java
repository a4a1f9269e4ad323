package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationResult;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More provisionings at once than the pool has connections. */
class LoadTest {

    private static final int CONNECTIONS = 5;
    private static final int TENANTS = 50;

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
            assertThat(database.connectionsInUse()).isZero();
            assertThat(Integer.parseInt(database.value("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND application_name = 'tenant-worker'")))
                    .isLessThanOrEqualTo(CONNECTIONS);
        }
    }
}
