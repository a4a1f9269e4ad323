package com.nineminds.temporal.worker.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.worker.tenant.stub.Sql;
import com.nineminds.temporal.worker.tenant.wire.JsonClient;
import java.time.Duration;
import java.util.Map;

/** A worker in the middle of its work for several tenants, and what it must do when something that it needs goes away and comes back. */
record Outage(Surroundings around, Sql database, JsonClient client, WorkerUnderTest worker, ManyTenants tenants)
        implements AutoCloseable {

    private static final int TENANTS = 20;
    /** So many have their mail before the outage. */
    private static final int MAILED = 3;

    /** Returns while some mails are out, others wait for the provider, and the rest is not yet written. */
    static Outage inTheMiddleOfTheWork(
            Surroundings around, Sql database, Map<String, String> environment, Duration runTimeout) {
        around.resend().holdAfter(MAILED);
        JsonClient client = around.client();
        var worker = WorkerUnderTest.start(environment);
        var tenants = ManyTenants.begin(client, TENANTS, runTimeout);
        await().atMost(Duration.ofMinutes(2)).until(() -> around.resend().held() > 0);
        await().atMost(Duration.ofMinutes(1)).until(worker::isReady);
        return new Outage(around, database, client, worker, tenants);
    }

    /** Waits until the worker says that it cannot work and why, and then for the rest of the time since {@code begun}. */
    void lasts(Duration length, long begun, String why) {
        around.resend().release();
        await().atMost(Duration.ofMinutes(1)).until(() -> !worker.isReady());
        assertThat(worker.readiness()).contains(why);
        await().atMost(length.plusMinutes(1)).until(() -> System.nanoTime() - begun > length.toNanos());
        assertThat(worker.isReady()).isFalse();
        assertThat(worker.isAlive()).as("an outage restarts nobody").isTrue();
    }

    void isSurvivedByAll() {
        tenants.assertEachExistsOnce(around, database);
        await().atMost(Duration.ofMinutes(1)).until(worker::isReady);
    }

    @Override
    public void close() {
        worker.close();
        client.close();
    }
}
