package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.stub.ActivityFaults.Fault;
import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationResult;
import io.temporal.failure.TemporalFailure;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever attempt fails, before its work or after it, the tenant exists once and the mail comes once. */
class FaultMatrixTest {

    private enum When {
        BEFORE(Fault::before),
        AFTER(Fault::after);

        private final Function<RuntimeException, Fault> fault;

        When(Function<RuntimeException, Fault> fault) {
            this.fault = fault;
        }
    }

    private final Provisioning provisioning = new Provisioning();

    @AfterEach
    void stop() {
        provisioning.close();
    }

    @AtEveryPoint
    void an_attempt_that_dies_is_repeated_without_a_trace(String activity, When when) {
        Fault crash = when.fault.apply(new IllegalStateException("the worker was killed"));
        provisioning.faults.once(activity, crash).once(activity, crash);

        TenantCreationResult result = provisioning.create(Provisioning.acme());

        assertThat(provisioning.faults.attempts())
                .filteredOn(activity::equals)
                .as("two that died, and the third")
                .hasSizeGreaterThanOrEqualTo(3);
        assertExistsOnce(result);
    }

    /** Every one of the run's activities at once, and all of them twice. */
    @ParameterizedTest
    @ValueSource(strings = {"BEFORE", "AFTER"})
    void a_run_in_which_everything_dies_comes_to_the_same_end(When when) {
        Fault crash = when.fault.apply(new IllegalStateException("the worker was killed"));
        for (String activity : new String[] {
            "updateCheckoutSessionStatus",
            "createTenant",
            "createAdminUser",
            "setupTenantData",
            "completeProvisioning",
            "sendWelcomeEmail"
        }) {
            provisioning.faults.once(activity, crash).once(activity, crash);
        }

        assertExistsOnce(provisioning.create(Provisioning.acme()));
    }

    @ParameterizedTest
    @CsvSource({"rollbackUser, BEFORE", "rollbackUser, AFTER", "rollbackTenant, BEFORE", "rollbackTenant, AFTER"})
    void a_rollback_that_dies_is_repeated_and_leaves_nothing(String activity, When when) {
        provisioning.faults.always("setupTenantData", Fault.after(Failures.configuration("no")));
        provisioning.faults.once(activity, when.fault.apply(new IllegalStateException("the worker was killed")));

        TemporalFailure failure = provisioning.failure(
                provisioning.start(Provisioning.under(CompensationPolicy.COMPENSATE, Provisioning.acme())));

        assertThat(Provisioning.details(failure).compensation()).contains("verified");
        assertThat(provisioning.fixture.database.rows()).isEmpty();
    }

    private void assertExistsOnce(TenantCreationResult result) {
        assertThat(result.emailSent()).isTrue();
        assertThat(provisioning.fixture.database.rows())
                .hasSize(8)
                .allSatisfy((table, count) -> assertThat(count).as(table).isEqualTo(1));
        assertThat(provisioning.fixture.database.value("SELECT tenant FROM tenants"))
                .isEqualTo(result.tenantId().toString());
        assertThat(provisioning.fixture.database.value("SELECT state FROM worker.provisioning"))
                .isEqualTo("completed");
        assertThat(provisioning.fixture.resend.mails())
                .singleElement()
                .satisfies(mail -> assertThat(provisioning.fixture.hasher.verify(
                                mail.password(),
                                provisioning.fixture.database.value("SELECT hashed_password FROM users")))
                        .isTrue());
        assertThat(provisioning.fixture.store.statuses()).endsWith("completed").contains("in_progress");
    }
}
