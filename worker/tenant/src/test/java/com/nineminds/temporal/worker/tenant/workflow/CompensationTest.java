package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.stub.ActivityFaults.Fault;
import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationFailure;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationInput;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationStep;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a tenant whose run fails for good, and what the caller is told about it. */
class CompensationTest {

    private static final RuntimeException REFUSED = Failures.configuration("a column is missing");

    private final Provisioning provisioning = new Provisioning();

    @AfterEach
    void stop() {
        provisioning.close();
    }

    @ParameterizedTest
    @CsvSource({
        "createAdminUser, false, CREATING_ADMIN_USER, 2",
        "createAdminUser, true, CREATING_ADMIN_USER, 5",
        "setupTenantData, false, SETTING_UP_DATA, 5",
        "setupTenantData, true, SETTING_UP_DATA, 8",
        "completeProvisioning, false, SETTING_UP_DATA, 8"
    })
    void a_retained_tenant_is_finished_by_a_run_with_its_token(
            String activity, boolean afterItsWork, TenantCreationStep step, int tables) {
        provisioning.faults.once(activity, afterItsWork ? Fault.after(REFUSED) : Fault.before(REFUSED));

        TemporalFailure failure = provisioning.failure(provisioning.start(Provisioning.acme()));

        TenantCreationFailure details = Provisioning.details(failure);
        assertThat(((ApplicationFailure) failure).getType()).isEqualTo(Failures.CONFIGURATION);
        assertThat(details.step()).isEqualTo(step);
        assertThat(details.policy()).isEqualTo(CompensationPolicy.RETAIN);
        assertThat(details.compensation()).isEmpty();
        assertThat(provisioning.fixture.database.rows()).hasSize(tables);
        assertThat(provisioning.fixture.database.value("SELECT state FROM worker.provisioning"))
                .isEqualTo("retained");
        assertThat(provisioning.fixture.store.statuses()).containsExactly("in_progress", "failed");
        assertThat(provisioning.fixture.resend.mails()).isEmpty();

        UUID token = details.resumeToken().orElseThrow();
        assertThat(provisioning.create(Provisioning.acme(Optional.of(token))).tenantId())
                .isEqualTo(token);
        assertThat(provisioning.fixture.database.rows())
                .hasSize(8)
                .allSatisfy((table, count) -> assertThat(count).as(table).isEqualTo(1));
        assertThat(provisioning.fixture.resend.mails()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "createTenant, false",
        "createTenant, true",
        "createAdminUser, false",
        "createAdminUser, true",
        "setupTenantData, false",
        "setupTenantData, true",
        "completeProvisioning, false"
    })
    void a_compensated_tenant_leaves_nothing_and_another_run_makes_another(String activity, boolean afterItsWork) {
        provisioning.faults.once(activity, afterItsWork ? Fault.after(REFUSED) : Fault.before(REFUSED));

        TemporalFailure failure = provisioning.failure(provisioning.start(compensated()));

        TenantCreationFailure details = Provisioning.details(failure);
        assertThat(details.compensation()).contains("verified");
        assertThat(details.resumeToken()).isEmpty();
        assertThat(provisioning.fixture.database.rows()).isEmpty();
        assertThat(provisioning.fixture.database.query("SELECT seed FROM worker.password_seed"))
                .isEmpty();
        assertThat(provisioning.fixture.store.statuses()).containsExactly("in_progress", "failed");

        assertThat(provisioning.create(compensated()).success()).isTrue();
        assertThat(provisioning.fixture.database.rows())
                .hasSize(8)
                .allSatisfy((table, count) -> assertThat(count).as(table).isEqualTo(1));
    }

    @Test
    void what_was_done_last_is_taken_back_first() {
        provisioning.faults.once("setupTenantData", Fault.before(REFUSED));

        provisioning.failure(provisioning.start(compensated()));

        assertThat(provisioning.faults.attempts())
                .endsWith("setupTenantData", "updateCheckoutSessionStatus", "rollbackUser", "rollbackTenant");
    }

    @Test
    void a_tenant_whose_first_attempt_was_written_is_not_forgotten_when_the_second_is_refused() {
        provisioning.faults.once("createTenant", Fault.after(new IllegalStateException("the worker was killed")));
        provisioning.faults.once("createTenant", Fault.before(REFUSED));

        TenantCreationFailure details =
                Provisioning.details(provisioning.failure(provisioning.start(Provisioning.acme())));

        assertThat(details.resumeToken())
                .contains(UUID.fromString(provisioning.fixture.database.value("SELECT tenant FROM tenants")));
    }

    @Test
    void what_others_wrote_to_is_kept_whole_and_the_caller_told_where_it_is() {
        provisioning.fixture.database.execute("CREATE TABLE tickets (tenant uuid NOT NULL, title text)");
        provisioning.faults.once("setupTenantData", attempt -> {
            provisioning.fixture.database.execute("INSERT INTO tickets SELECT tenant, 'Help' FROM tenants");
            throw REFUSED;
        });

        TenantCreationFailure details = Provisioning.details(provisioning.failure(provisioning.start(compensated())));

        assertThat(details.compensation())
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("rollbackTenant: ").contains("tickets"));
        assertThat(provisioning.fixture.database.rows()).containsKeys("tenants", "companies", "tickets");
    }

    @Test
    void a_rollback_that_cannot_be_done_in_time_is_reported_with_what_stopped_it() {
        provisioning.faults.once("setupTenantData", Fault.before(REFUSED));
        provisioning.faults.always("rollbackTenant", Fault.before(Failures.databaseUnavailable("no connection")));

        TenantCreationFailure details = Provisioning.details(provisioning.failure(provisioning.start(compensated())));

        assertThat(details.compensation()).contains("rollbackTenant: no connection");
        assertThat(provisioning.fixture.database.rows())
                .as("the user could be taken back")
                .doesNotContainKey("users")
                .containsKey("tenants");
    }

    @Test
    void a_tenant_that_is_complete_is_never_rolled_back_whatever_the_run_still_fails_at() {
        provisioning.faults.once("completeProvisioning", Fault.after(REFUSED));

        TenantCreationFailure details = Provisioning.details(provisioning.failure(provisioning.start(compensated())));

        assertThat(details.compensation())
                .hasValueSatisfying(why -> assertThat(why).contains("rollbackTenant: ", "complete and in use"));
        assertThat(provisioning.fixture.database.rows()).hasSize(8);
    }

    @Test
    void a_second_run_for_a_complete_session_rolls_nothing_back() {
        UUID tenant = provisioning.create(Provisioning.acme()).tenantId();

        TenantCreationFailure details = Provisioning.details(provisioning.failure(provisioning.start(compensated())));

        assertThat(details.compensation()).isEmpty();
        assertThat(provisioning.fixture.database.value("SELECT tenant FROM tenants"))
                .isEqualTo(tenant.toString());
    }

    private static TenantCreationInput compensated() {
        return Provisioning.under(CompensationPolicy.COMPENSATE, Provisioning.acme());
    }
}
