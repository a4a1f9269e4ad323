package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.tenant.email.Email;
import com.nineminds.temporal.worker.tenant.email.EmailTransport;
import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.stub.ActivityFaults.Fault;
import com.nineminds.temporal.worker.tenant.stub.Hang;
import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.stub.TenantFixture;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.ResendWelcomeEmailWorkflow;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationResult;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.TemporalFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An attempt that does not come back, in a thread that nothing frees: its time ends it, and another one does the work. When it comes back
 * after all, nobody waits for it any more, and it must not spoil what was done meanwhile. The time is skipped.
 */
class HangingAttemptTest {

    private enum When {
        BEFORE(Hang::before),
        AFTER(Hang::after);

        private final Function<Hang, Fault> fault;

        When(Function<Hang, Fault> fault) {
            this.fault = fault;
        }
    }

    /** What one attempt may take, the pause after it, and too little for a second one to use up its time as well. */
    private static final Duration ATTEMPT = Duration.ofSeconds(45 + 2);

    private final Hang hang = new Hang();
    private Provisioning provisioning = new Provisioning();

    @AfterEach
    void stop() {
        hang.release();
        provisioning.close();
    }

    @AtEveryPoint
    void it_is_given_up_and_coming_back_it_changes_nothing(String activity, When when) {
        provisioning.faults.once(activity, when.fault.apply(hang));
        WorkflowStub run = provisioning.start(Provisioning.acme());

        TenantCreationResult result = pastTheLimit(() -> run.getResult(TenantCreationResult.class));

        assertThat(provisioning.faults.attempts())
                .filteredOn(activity::equals)
                .as("the one that hangs, and another one")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(provisioning.fixture.store.statuses()).endsWith("completed");
        assertExistsOnce(result);
        hang.releaseToTheEnd();
        assertExistsOnce(result);
    }

    @Test
    void a_mail_provider_that_never_answers_does_not_keep_the_mail_from_coming_once() {
        var fixture = new TenantFixture(CompensationPolicy.RETAIN);
        provisioning.close();
        provisioning = new Provisioning(fixture.mailedBy(hangingOnce(fixture.transport())));
        WorkflowStub run = provisioning.start(Provisioning.acme());

        assertExistsOnce(pastTheLimit(() -> run.getResult(TenantCreationResult.class)));
        hang.releaseToTheEnd();
        assertExistsOnce(run.getResult(TenantCreationResult.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"createTenant", "createAdminUser", "setupTenantData"})
    void coming_back_it_does_not_write_to_a_tenant_that_was_rolled_back(String activity) {
        provisioning.faults.once(activity, hang.before());
        provisioning.faults.once(activity, Fault.before(Failures.configuration("a column is missing")));
        WorkflowStub run = provisioning.start(Provisioning.under(CompensationPolicy.COMPENSATE, Provisioning.acme()));

        TemporalFailure failure = pastTheLimit(() -> provisioning.failure(run));

        assertThat(Provisioning.details(failure).compensation()).contains("verified");
        assertThat(provisioning.fixture.database.rows()).isEmpty();
        hang.releaseToTheEnd();
        assertThat(provisioning.fixture.database.rows()).isEmpty();
        assertThat(provisioning.fixture.database.query("SELECT seed FROM worker.password_seed"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"findWelcomeRecipient", "renewTemporaryPassword", "sendWelcomeEmail"})
    void coming_back_it_does_not_make_the_password_void_that_was_mailed_again(String activity) {
        UUID tenant = provisioning.create(Provisioning.acme()).tenantId();
        provisioning.faults.once(activity, hang.before());
        WorkflowStub run =
                provisioning.workflow("resendWelcomeEmailWorkflow", "resend-" + tenant, Duration.ofMinutes(30));
        var unused = run.start(
                new ResendWelcomeEmailWorkflow.Request(tenant, Optional.empty(), Optional.of("u-1"), Optional.empty()));

        var result = pastTheLimit(() -> run.getResult(ResendWelcomeEmailWorkflow.Result.class));

        assertThat(result.success()).isTrue();
        hang.releaseToTheEnd();
        assertThat(provisioning.fixture.resend.mails()).hasSize(2);
        String hash = provisioning.fixture.database.value("SELECT hashed_password FROM users");
        assertThat(provisioning.fixture.resend.mails())
                .extracting(mail -> provisioning.fixture.hasher.verify(mail.password(), hash))
                .containsExactly(false, true);
        assertThat(provisioning.fixture.database.query("SELECT seed FROM worker.password_seed"))
                .isEmpty();
    }

    /** Skips what the attempt that hangs may take. Somebody has to wait for the end meanwhile: else the server skips nothing. */
    private <T> T pastTheLimit(Supplier<T> end) {
        hang.awaitBlocked();
        var ended = CompletableFuture.supplyAsync(end);
        provisioning.server.sleep(ATTEMPT);
        return ended.join();
    }

    private EmailTransport hangingOnce(EmailTransport transport) {
        var first = new AtomicBoolean(true);
        return (Email email, String key) -> {
            Supplier<String> sending = () -> transport.send(email, key);
            return first.getAndSet(false) ? hang.before(sending) : sending.get();
        };
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
    }
}
