package com.nineminds.temporal.worker.tenant.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nineminds.temporal.worker.tenant.email.SmtpTransport.Security;
import com.nineminds.temporal.worker.tenant.stub.SmtpStub;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail server says of a message that it does not take, as something that a retry helps or does not (RFC 5321, 4.2.1). */
class SmtpRefusalTest {

    private static final String KEY = "tenant_welcome/u-1";
    private static final Email EMAIL = new Email("ada@acme.example", "Hello", "<p>Hello</p>", "Hello", Map.of());

    private final SmtpStub server = new SmtpStub();
    private final SmtpTransport transport = new SmtpTransport(
            "127.0.0.1", server.port(), Security.NONE, Optional.empty(), new Sender("System", "noreply@example.com"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_message_that_was_taken_is_sent_whatever_the_server_does_then() {
        server.fallSilentAfterMessages();

        assertThat(transport.send(EMAIL, KEY)).isEqualTo("<tenant_welcome.u-1@example.com>");

        assertThat(server.accepted()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 550, ValidationError, true",
        "RECIPIENT, 553, ValidationError, true",
        "RECIPIENT, 450, ServiceUnavailable, false",
        "RECIPIENT, 451, ServiceUnavailable, false",
        "RECIPIENT, 452, ServiceUnavailable, false",
        "RECIPIENT, 421, ServiceUnavailable, false",
        "SENDER, 550, ValidationError, true",
        "SENDER, 451, ServiceUnavailable, false",
        "SENDER, 421, ServiceUnavailable, false",
        "DATA, 552, ValidationError, true",
        "DATA, 554, ValidationError, true",
        "DATA, 451, ServiceUnavailable, false",
        "DATA, 452, ServiceUnavailable, false",
        "DATA, 421, ServiceUnavailable, false"
    })
    void a_reply_says_whether_a_retry_helps(SmtpStub.At at, int code, String type, boolean forGood) {
        server.refuseNext(at, code);

        ApplicationFailure failure = catchThrowableOfType(ApplicationFailure.class, () -> transport.send(EMAIL, KEY));

        assertThat(failure.getType()).isEqualTo(type);
        assertThat(failure.isNonRetryable()).isEqualTo(forGood);
        assertThat(failure)
                .hasMessageContaining(String.valueOf(code))
                .hasMessageNotContaining("ada@acme.example")
                .hasNoCause();
        assertThat(server.accepted()).isEmpty();
        transport.send(EMAIL, KEY);
        assertThat(server.accepted())
                .singleElement()
                .asString()
                .contains("Message-ID: <tenant_welcome.u-1@example.com>");
    }
}
