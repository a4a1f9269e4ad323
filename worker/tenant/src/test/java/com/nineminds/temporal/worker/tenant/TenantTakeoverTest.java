package com.nineminds.temporal.worker.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.worker.runtime.ExitCode;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import com.nineminds.temporal.worker.tenant.wire.JsonClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends in the middle of its work for fifty tenants, and another one that takes over. */
class TenantTakeoverTest {

    private static final int TENANTS = 50;
    /** So many get their mail before the worker ends. */
    private static final int MAILED = 5;

    @TempDir
    private Path directory;

    @Test
    void what_a_killed_worker_has_begun_another_one_ends() throws Exception {
        try (var around = new Surroundings(directory);
                var database = TestDatabase.createEmpty();
                var client = around.client();
                var first = TenantProcess.start(directory, around.environment(database))) {
            ManyTenants tenants = begin(client, around);
            first.kill();
            assertThat(first.exitCode()).isNotZero();
            // What the killed worker asked for is done, and nobody hears it.
            around.resend().release();

            assertTakenOver(around, database, tenants);
        }
    }

    @Test
    void what_a_stopped_worker_leaves_another_one_ends() throws Exception {
        try (var around = new Surroundings(directory);
                var database = TestDatabase.createEmpty();
                var client = around.client();
                var first = TenantProcess.start(directory, around.environment(database))) {
            ManyTenants tenants = begin(client, around);
            first.terminate();
            await().atMost(Duration.ofMinutes(1)).until(() -> first.output().contains("draining"));
            around.resend().release();
            assertThat(first.exitCode()).as(first.output()).isEqualTo(ExitCode.STOPPED.number());

            assertTakenOver(around, database, tenants);
        }
    }

    /** Returns with work under way on every step: some mails are out, others wait for the provider, the rest is not yet written. */
    private static ManyTenants begin(JsonClient client, Surroundings around) {
        around.resend().holdAfter(MAILED);
        var tenants = ManyTenants.begin(client, TENANTS);
        await().atMost(Duration.ofMinutes(2)).until(() -> around.resend().held() > 0);
        assertThat(around.resend().mails()).hasSize(MAILED);
        return tenants;
    }

    private void assertTakenOver(Surroundings around, TestDatabase database, ManyTenants tenants) throws Exception {
        try (var second = TenantProcess.start(directory, around.environment(database))) {
            tenants.assertEachExistsOnce(around, database.sql());
            second.terminate();
            assertThat(second.exitCode()).as(second.output()).isEqualTo(ExitCode.STOPPED.number());
        }
    }
}
