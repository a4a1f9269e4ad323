package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.stub.ActivityFaults.Fault;
import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.wire.CancelRequest;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationFailure;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationResult;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationState.Cancellation;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationStep;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that somebody wants to end, by signal or by Temporal's own cancellation, while a step is at work. */
class CancellationTest {

    private enum Wish {
        SIGNAL(run -> run.signal("cancel", new CancelRequest("changed my mind", "ada"))),
        CANCELLATION(WorkflowStub::cancel);

        private final Consumer<WorkflowStub> made;

        Wish(Consumer<WorkflowStub> made) {
            this.made = made;
        }
    }

    private final Provisioning provisioning = Provisioning.inRealTime();
    private final CompletableFuture<WorkflowStub> running = new CompletableFuture<>();

    @AfterEach
    void stop() {
        provisioning.close();
    }

    @ParameterizedTest
    @CsvSource({
        "updateCheckoutSessionStatus, SIGNAL, COMPENSATE",
        "updateCheckoutSessionStatus, CANCELLATION, COMPENSATE",
        "createTenant, SIGNAL, COMPENSATE",
        "createTenant, CANCELLATION, COMPENSATE",
        "createAdminUser, SIGNAL, COMPENSATE",
        "createAdminUser, CANCELLATION, COMPENSATE",
        "setupTenantData, SIGNAL, COMPENSATE",
        "setupTenantData, CANCELLATION, COMPENSATE",
        "createTenant, SIGNAL, RETAIN",
        "createTenant, CANCELLATION, RETAIN",
        "createAdminUser, SIGNAL, RETAIN",
        "createAdminUser, CANCELLATION, RETAIN",
        "setupTenantData, SIGNAL, RETAIN",
        "setupTenantData, CANCELLATION, RETAIN"
    })
    void a_run_that_is_cancelled_during_a_step_ends_after_it(String activity, Wish wish, CompensationPolicy policy) {
        provisioning.faults.once(activity, during(wish));
        WorkflowStub run = provisioning.start(Provisioning.under(policy, Provisioning.acme()));
        running.complete(run);

        TemporalFailure failure = provisioning.failure(run);

        assertEndedBy(wish, failure);
        assertThat(provisioning.fixture.resend.mails()).isEmpty();
        assertThat(provisioning.fixture.store.statuses()).containsExactly("in_progress", "failed");
        assertThat(Provisioning.state(run).step()).isEqualTo(TenantCreationStep.FAILED);
        TenantCreationFailure details = Provisioning.state(run).failure().orElseThrow();
        if (policy == CompensationPolicy.COMPENSATE) {
            assertThat(provisioning.fixture.database.rows()).isEmpty();
            assertThat(details.compensation().orElse("verified")).isEqualTo("verified");
        } else {
            var again = Provisioning.acme(details.resumeToken());
            assertThat(provisioning.create(again).tenantId())
                    .isEqualTo(details.resumeToken().orElseThrow());
            assertThat(provisioning.fixture.database.rows()).containsEntry("tenants", 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"completeProvisioning", "sendWelcomeEmail"})
    void a_signal_that_comes_when_the_tenant_is_in_use_is_too_late_and_is_told_so(String activity) {
        provisioning.faults.once(activity, during(Wish.SIGNAL));
        WorkflowStub run = provisioning.start(Provisioning.acme());
        running.complete(run);

        assertThat(run.getResult(TenantCreationResult.class).emailSent()).isTrue();

        assertThat(Provisioning.state(run).step()).isEqualTo(TenantCreationStep.COMPLETED);
        assertThat(Provisioning.state(run).cancellation()).contains(new Cancellation("changed my mind", "ada", false));
        assertThat(provisioning.fixture.store.statuses()).endsWith("completed");
    }

    /** Temporal's Java SDK closes a run as cancelled whose cancellation was requested, whatever it returns. */
    @ParameterizedTest
    @ValueSource(strings = {"completeProvisioning", "sendWelcomeEmail"})
    void temporals_cancellation_that_comes_then_undoes_nothing_and_the_state_says_so(String activity) {
        provisioning.faults.once(activity, during(Wish.CANCELLATION));
        WorkflowStub run = provisioning.start(Provisioning.under(CompensationPolicy.COMPENSATE, Provisioning.acme()));
        running.complete(run);

        assertThat(provisioning.failure(run)).isInstanceOf(CanceledFailure.class);

        assertThat(Provisioning.state(run).step()).isEqualTo(TenantCreationStep.COMPLETED);
        assertThat(Provisioning.state(run).failure()).isEmpty();
        assertThat(provisioning.fixture.database.rows()).hasSize(8);
        assertThat(provisioning.fixture.resend.mails()).hasSize(1);
        assertThat(provisioning.fixture.store.statuses()).endsWith("completed");
    }

    @ParameterizedTest
    @CsvSource({
        "createTenant, CREATING_TENANT, 10",
        "createAdminUser, CREATING_ADMIN_USER, 50",
        "setupTenantData, SETTING_UP_DATA, 70",
        "completeProvisioning, SETTING_UP_DATA, 85",
        "sendWelcomeEmail, SENDING_WELCOME_EMAIL, 90"
    })
    void the_state_says_what_is_being_done(String activity, TenantCreationStep step, int progress) {
        var seen = new CompletableFuture<String>();
        provisioning.faults.once(activity, Fault.first(() -> {
            var state = Provisioning.state(running.join());
            seen.complete(state.step() + " " + state.progress());
        }));
        WorkflowStub run = provisioning.start(Provisioning.acme());
        running.complete(run);
        run.getResult(TenantCreationResult.class);

        assertThat(seen).isCompletedWithValue(step + " " + progress);
        assertThat(Provisioning.state(run).progress()).isEqualTo(100);
    }

    /** The run knows of the wish before the step comes to its end. */
    private Fault during(Wish wish) {
        return Fault.first(() -> {
            wish.made.accept(running.join());
            provisioning.awaitTakenUp(running.join());
        });
    }

    private static void assertEndedBy(Wish wish, TemporalFailure failure) {
        switch (wish) {
            case SIGNAL ->
                assertThat(failure)
                        .isInstanceOfSatisfying(
                                ApplicationFailure.class,
                                it -> assertThat(it.getType()).isEqualTo(Failures.CANCELLED))
                        .hasMessageContaining("changed my mind");
            case CANCELLATION -> assertThat(failure).isInstanceOf(CanceledFailure.class);
        }
    }
}
