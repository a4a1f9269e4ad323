package com.nineminds.temporal.worker.tenant.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.nineminds.temporal.worker.tenant.email.SmtpTransport.Login;
import com.nineminds.temporal.worker.tenant.email.SmtpTransport.Security;
import io.temporal.failure.ApplicationFailure;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {

    private static final String KEY = "tenant_welcome/u-1";
    private static final Email EMAIL =
            new Email("ada@acme.example", "Willkommen bei Müller & Söhne", "<p>Hello Ada</p>", "Hello Ada", Map.of());

    private final AtomicReference<String> password = new AtomicReference<>("smtp-test");
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).verbose(false));

    @BeforeEach
    void start() {
        var unused = server.setUser("worker@example.com", "worker", "smtp-test");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_message_arrives_as_text_and_html_from_the_sender() throws Exception {
        String id = transport(Security.NONE, login()).send(EMAIL, KEY);

        MimeMessage mail = onlyMail();
        assertThat(mail.getMessageID()).isEqualTo(id).isEqualTo("<tenant_welcome.u-1@example.com>");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("System <noreply@example.com>");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ada@acme.example");
        assertThat(mail.getSubject()).isEqualTo("Willkommen bei Müller & Söhne");
        assertThat(GreenMailUtil.getBody(mail)).contains("text/plain", "Hello Ada", "text/html", "<p>Hello Ada</p>");
    }

    @Test
    void a_message_that_is_sent_again_has_the_same_id() throws Exception {
        SmtpTransport transport = transport(Security.NONE, login());

        String first = transport.send(EMAIL, KEY);

        assertThat(transport.send(EMAIL, KEY)).isEqualTo(first);
        assertThat(server.getReceivedMessages())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.getMessageID()).isEqualTo(first));
    }

    @Test
    void a_wrong_password_is_a_matter_of_configuration_and_a_rotated_one_is_used_at_once() throws Exception {
        password.set("before-rotation");
        SmtpTransport transport = transport(Security.NONE, login());

        assertThat(failure(transport, EMAIL).getType()).isEqualTo("ConfigurationError");
        assertThat(server.getReceivedMessages()).isEmpty();

        password.set("smtp-test");
        transport.send(EMAIL, KEY);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nothing_is_sent_to_a_server_that_cannot_protect_it() {
        ApplicationFailure failure = failure(transport(Security.STARTTLS, login()), EMAIL);

        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_away_is_tried_again_later() {
        SmtpTransport transport = transport(Security.NONE, Optional.empty());
        server.stop();

        ApplicationFailure failure = failure(transport, EMAIL);

        assertThat(failure.getType()).isEqualTo("ServiceUnavailable");
        assertThat(failure.isNonRetryable()).isFalse();
    }

    private SmtpTransport transport(Security security, Optional<Login> login) {
        return new SmtpTransport(
                "127.0.0.1", server.getSmtp().getPort(), security, login, new Sender("System", "noreply@example.com"));
    }

    private Optional<Login> login() {
        return Optional.of(new Login("worker", password::get));
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static ApplicationFailure failure(SmtpTransport transport, Email email) {
        return catchThrowableOfType(ApplicationFailure.class, () -> transport.send(email, KEY));
    }
}
