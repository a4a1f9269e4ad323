package com.nineminds.temporal.worker.tenant.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nineminds.temporal.worker.tenant.stub.ResendStub;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Answer;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResendTransportTest {

    private static final Email EMAIL = new Email("ada@acme.example", "Hello", "<p>Hello</p>", "Hello", Map.of());
    private static final int WITH_HICCUPS = 3;

    private final ResendStub resend = new ResendStub();
    private final AtomicReference<String> key = new AtomicReference<>("re_test");
    private final ResendTransport transport =
            new ResendTransport(resend.uri(), key::get, new Sender("System", "noreply@example.com"));

    @AfterEach
    void stop() {
        resend.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ValidationError, true",
        "401, ConfigurationError, true",
        "403, ConfigurationError, true",
        "404, ValidationError, true",
        "422, ValidationError, true",
        "408, ServiceUnavailable, false",
        "429, ServiceUnavailable, false",
        "500, ServiceUnavailable, false",
        "503, ServiceUnavailable, false"
    })
    void an_answer_says_whether_a_retry_helps(int status, String type, boolean forGood) {
        for (int attempt = 0; attempt < WITH_HICCUPS; attempt++) {
            resend.server().failNext(new Answer(status, Map.of(), "{\"message\": \"ada@acme.example\"}"));
        }

        ApplicationFailure failure = failure();

        assertThat(failure.getType()).isEqualTo(type);
        assertThat(failure.isNonRetryable()).isEqualTo(forGood);
        assertThat(failure).hasMessageContaining(String.valueOf(status)).hasMessageNotContaining("ada@acme.example");
    }

    @Test
    void a_provider_that_asks_for_a_pause_gets_it() {
        resend.server().failNext(Answer.of(429).with("Retry-After", "42"));

        assertThat(failure().getNextRetryDelay()).isEqualTo(Duration.ofSeconds(42));
        assertThat(resend.mails()).isEmpty();
    }

    @Test
    void nothing_is_sent_without_a_message_id() {
        for (int attempt = 0; attempt < WITH_HICCUPS; attempt++) {
            resend.server().failNext(new Answer(200, Map.of(), "{\"error\": null}"));
        }

        assertThat(failure().isNonRetryable()).isFalse();
    }

    @Test
    void a_hiccup_and_a_lost_answer_are_nobodys_concern_and_the_mail_comes_once() {
        resend.server().failNext(Answer.of(500));
        resend.server().loseNextAnswer();

        assertThat(transport.send(EMAIL, "tenant_welcome/1")).isEqualTo("message-1");
        assertThat(resend.mails()).hasSize(1);
    }

    /** By these, since Resend refuses a key with another body, and a later attempt may be another process's. */
    @Test
    void a_message_is_the_same_to_the_letter_whichever_process_sends_it() {
        transport.send(
                new Email("ada@acme.example", "Hello", "<p>Hello</p>", "Hello", Map.of("b", "2", "a", "1", "c", "3")),
                "tenant_welcome/1");

        assertThat(resend.requests().get(0).body()).isEqualTo("""
                {"from":"\\"System\\" <noreply@example.com>","subject":"Hello","html":"<p>Hello</p>","text":"Hello",\
                "to":["ada@acme.example"],\
                "tags":[{"name":"a","value":"1"},{"name":"b","value":"2"},{"name":"c","value":"3"}]}""");
    }

    /** https://resend.com/docs/dashboard/emails/idempotency-keys */
    @ParameterizedTest
    @CsvSource({"concurrent_idempotent_requests, false", "invalid_idempotent_request, true"})
    void a_key_that_is_being_worked_on_is_tried_again_and_one_of_another_message_is_not(String error, boolean forGood) {
        for (int attempt = 0; attempt < WITH_HICCUPS; attempt++) {
            resend.server().failNext(new Answer(409, Map.of(), "{\"name\": \"" + error + "\"}"));
        }

        assertThat(failure().isNonRetryable()).isEqualTo(forGood);
    }

    @Test
    void another_api_key_is_used_at_once() {
        transport.send(EMAIL, "tenant_welcome/1");
        resend.expectApiKey("re_rotated");
        key.set("re_rotated");

        assertThat(transport.send(EMAIL, "tenant_welcome/2")).isEqualTo("message-2");
    }

    private ApplicationFailure failure() {
        return catchThrowableOfType(ApplicationFailure.class, () -> transport.send(EMAIL, "tenant_welcome/1"));
    }
}
