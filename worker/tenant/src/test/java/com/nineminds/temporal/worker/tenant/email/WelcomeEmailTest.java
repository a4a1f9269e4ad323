package com.nineminds.temporal.worker.tenant.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.tenant.wire.SendWelcomeEmail;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WelcomeEmailTest {

    @Test
    void names_cannot_bring_markup_or_headers() {
        Email email = WelcomeEmail.compose(
                new SendWelcomeEmail(
                        "t-1",
                        "<script>alert('tenant')</script>",
                        new SendWelcomeEmail.Recipient("u-1", "<img src=x onerror=\"go()\">", "L", "ada@acme.example"),
                        Optional.empty(),
                        Optional.of("Acme & Sons\r\nBcc: everybody@example.com"),
                        Optional.of("https://app.example.com/?a=1&b=\"><b>"),
                        Optional.empty()),
                "p<ss&word",
                "https://unused.example.com");

        assertThat(email.subject())
                .isEqualTo("Welcome to Acme & Sons Bcc: everybody@example.com - Your Account is Ready");
        assertThat(email.html())
                .contains("Acme &amp; Sons", "p&lt;ss&amp;word", "&lt;img src=x onerror=&quot;go()&quot;&gt;")
                .doesNotContain("<script", "<img", "\"><b>");
        assertThat(email.text()).contains("p<ss&word", "https://app.example.com/?a=1&b=\"><b>");
    }

    @Test
    void a_sender_cannot_bring_headers() {
        assertThat(new Sender("Sys\"\r\nBcc: x", "noreply@example.com").header())
                .isEqualTo("\"SysBcc: x\" <noreply@example.com>");
    }
}
