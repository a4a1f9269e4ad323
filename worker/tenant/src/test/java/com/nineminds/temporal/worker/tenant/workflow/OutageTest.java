package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.stub.ActivityFaults.Fault;
import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Answer;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatusWorkflow;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationFailure;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationStep;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outages that last, in time that is skipped. */
class OutageTest {

    private final Provisioning provisioning = new Provisioning();

    @AfterEach
    void stop() {
        provisioning.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createTenant", "createAdminUser", "setupTenantData", "completeProvisioning"})
    void ten_minutes_without_a_database_are_survived(String activity) {
        awayFor(Duration.ofMinutes(10), activity);

        assertThat(provisioning.create(Provisioning.acme()).emailSent()).isTrue();

        assertThat(provisioning.fixture.database.rows())
                .hasSize(8)
                .allSatisfy((table, count) -> assertThat(count).as(table).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(CompensationPolicy.class)
    void a_database_that_does_not_come_back_ends_the_run_in_time_for_the_policy(CompensationPolicy policy) {
        provisioning.faults.always("setupTenantData", Fault.before(Failures.databaseUnavailable("no connection")));

        WorkflowStub run = provisioning.start(Provisioning.under(policy, Provisioning.acme()), Duration.ofMinutes(10));
        TemporalFailure failure = provisioning.failure(run);

        assertThat(((ApplicationFailure) failure).getType()).isEqualTo(Failures.DATABASE_UNAVAILABLE);
        TenantCreationFailure details = Provisioning.details(failure);
        assertThat(details.step()).isEqualTo(TenantCreationStep.SETTING_UP_DATA);
        assertThat(provisioning.fixture.store.statuses()).endsWith("failed");
        switch (policy) {
            case RETAIN -> assertThat(details.resumeToken()).isPresent();
            case COMPENSATE -> assertThat(provisioning.fixture.database.rows()).isEmpty();
        }
    }

    /** One step after the other takes nearly all that it may have, so that the run has no time for the last. */
    @Test
    void steps_share_the_time_of_the_run() {
        awayFor(Duration.ofMinutes(13), "createTenant");
        provisioning.faults.always("createAdminUser", Fault.before(Failures.databaseUnavailable("no connection")));

        TenantCreationFailure details =
                Provisioning.details(provisioning.failure(provisioning.start(Provisioning.acme())));

        assertThat(details.step()).isEqualTo(TenantCreationStep.CREATING_ADMIN_USER);
        assertThat(details.resumeToken()).isPresent();
    }

    @Test
    void a_mail_provider_that_does_not_come_back_leaves_the_tenant_without_mail() {
        provisioning.faults.always("sendWelcomeEmail", Fault.before(Failures.databaseUnavailable("no connection")));

        assertThat(provisioning.create(Provisioning.acme()).emailSent()).isFalse();

        assertThat(provisioning.fixture.store.statuses()).endsWith("completed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_store_that_is_away_for_hours_hears_the_end_and_delays_nobody(boolean succeeds) {
        if (!succeeds) {
            provisioning.faults.once("setupTenantData", Fault.before(Failures.configuration("no")));
        }
        awayFor(Duration.ofHours(8), "updateCheckoutSessionStatus");
        long begun = provisioning.server.currentTimeMillis();
        WorkflowStub run = provisioning.start(Provisioning.acme());
        if (succeeds) {
            assertThat(run.getResult(Object.class)).isNotNull();
        } else {
            assertThat(provisioning.failure(run)).isNotNull();
        }
        assertThat(provisioning.server.currentTimeMillis() - begun).isLessThan(5 * 60_000);
        assertThat(provisioning.fixture.store.statuses()).isEmpty();

        delivery().getResult(Void.class);

        assertThat(provisioning.fixture.store.statuses()).containsExactly(succeeds ? "completed" : "failed");
        assertThat(provisioning
                        .fixture
                        .store
                        .updates()
                        .get(0)
                        .path("workflowId")
                        .asText())
                .isEqualTo(run.getExecution().getWorkflowId());
    }

    @Test
    void a_store_that_does_not_let_the_worker_in_is_asked_again_until_it_does() {
        for (int refusal = 0; refusal < 4; refusal++) {
            provisioning.fixture.store.server().failNext(Answer.of(401));
        }

        assertThat(provisioning.create(Provisioning.acme()).success()).isTrue();
        delivery().getResult(Void.class);

        assertThat(provisioning.fixture.store.statuses()).containsExactly("completed");
    }

    @Test
    void what_an_earlier_run_still_had_to_say_does_not_overtake_a_later_one() {
        provisioning.fixture.store.server().setDown(true);
        provisioning.faults.once("setupTenantData", Fault.before(Failures.configuration("no")));
        TenantCreationFailure details =
                Provisioning.details(provisioning.failure(provisioning.start(Provisioning.acme())));
        assertThat(provisioning
                        .start(Provisioning.acme(details.resumeToken()), Duration.ofMinutes(1))
                        .getResult(Object.class))
                .isNotNull();

        provisioning.fixture.store.server().setDown(false);

        await().atMost(Duration.ofSeconds(50))
                .untilAsserted(
                        () -> assertThat(provisioning.fixture.store.statuses()).containsExactly("completed"));
        await().during(Duration.ofSeconds(2))
                .untilAsserted(
                        () -> assertThat(provisioning.fixture.store.statuses()).containsExactly("completed"));
    }

    private WorkflowStub delivery() {
        return provisioning
                .server
                .getWorkflowClient()
                .newUntypedWorkflowStub(CheckoutSessionStatusWorkflow.idFor(Provisioning.SESSION));
    }

    private void awayFor(Duration time, String activity) {
        long until = provisioning.server.currentTimeMillis() + time.toMillis();
        provisioning.faults.always(activity, Fault.first(() -> {
            if (provisioning.server.currentTimeMillis() < until) {
                throw Failures.databaseUnavailable("no connection");
            }
        }));
    }
}
