package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.tenant.email.Sender;
import com.nineminds.temporal.worker.tenant.email.SmtpTransport;
import com.nineminds.temporal.worker.tenant.email.SmtpTransport.Security;
import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.stub.SmtpStub;
import com.nineminds.temporal.worker.tenant.stub.TenantFixture;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.ResendWelcomeEmailWorkflow;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationResult;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tenants whose welcome e-mail the mail server does not take. */
class RefusedMailTest {

    private final SmtpStub mailServer = new SmtpStub();
    private final Provisioning provisioning =
            new Provisioning(new TenantFixture(CompensationPolicy.RETAIN).mailedBy(transport()));

    @AfterEach
    void stop() {
        provisioning.close();
        mailServer.close();
    }

    @ParameterizedTest
    @CsvSource({"RECIPIENT, 550", "DATA, 554"})
    void refused_for_good_it_is_not_tried_again_and_the_tenant_is_complete_without_it(SmtpStub.At at, int code) {
        mailServer.refuseNext(at, code);

        TenantCreationResult result = provisioning.create(Provisioning.acme());

        assertThat(result.success()).isTrue();
        assertThat(result.emailSent()).isFalse();
        assertThat(provisioning.faults.attempts()).containsOnlyOnce("sendWelcomeEmail");
        assertThat(mailServer.offered()).hasSize(1);
        assertThat(mailServer.accepted()).isEmpty();
        assertComplete();

        assertThat(resend(result).success()).as("asked for again later").isTrue();
        assertThat(mailServer.accepted()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"RECIPIENT, 450", "RECIPIENT, 421", "RECIPIENT, 452", "DATA, 451", "DATA, 452"})
    void refused_for_now_it_is_offered_until_it_is_taken(SmtpStub.At at, int code) {
        mailServer.refuseNext(at, code);
        mailServer.refuseNext(at, code);

        assertThat(provisioning.create(Provisioning.acme()).emailSent()).isTrue();

        assertThat(mailServer.offered()).hasSize(3);
        assertThat(mailServer.accepted()).hasSize(1);
        assertComplete();
    }

    private void assertComplete() {
        assertThat(provisioning.fixture.database.rows())
                .hasSize(8)
                .allSatisfy((table, count) -> assertThat(count).as(table).isEqualTo(1));
        assertThat(provisioning.fixture.store.statuses()).endsWith("completed");
    }

    private ResendWelcomeEmailWorkflow.Result resend(TenantCreationResult tenant) {
        WorkflowStub run = provisioning.workflow(
                "resendWelcomeEmailWorkflow", "resend-" + tenant.tenantId(), Duration.ofMinutes(30));
        var unused = run.start(new ResendWelcomeEmailWorkflow.Request(
                tenant.tenantId(), Optional.empty(), Optional.of("u-1"), Optional.empty()));
        return run.getResult(ResendWelcomeEmailWorkflow.Result.class);
    }

    private SmtpTransport transport() {
        return new SmtpTransport(
                "127.0.0.1",
                mailServer.port(),
                Security.NONE,
                Optional.empty(),
                new Sender("System", "noreply@example.com"));
    }
}
