package com.nineminds.temporal.worker.tenant.email;

import com.nineminds.temporal.worker.tenant.wire.SendWelcomeEmail;
import java.util.Map;

/** What a new administrator reads. */
public final class WelcomeEmail {

    private static final String TEXT = """
            Welcome to %s, %s!

            Your account is ready.

            E-mail: %s
            Temporary password: %s
            Log in at: %s

            Please choose a password of your own after you have logged in. Keep this e-mail to yourself until then.
            """;

    private static final String HTML = """
            <!DOCTYPE html>
            <html>
            <body style="font-family: sans-serif">
            <h1>Welcome to %s, %s!</h1>
            <p>Your account is ready.</p>
            <table>
            <tr><td>E-mail</td><td>%s</td></tr>
            <tr><td>Temporary password</td><td><code>%s</code></td></tr>
            </table>
            <p><a href="%5$s">%5$s</a></p>
            <p>Please choose a password of your own after you have logged in. Keep this e-mail to yourself until then.</p>
            </body>
            </html>
            """;

    private WelcomeEmail() {}

    /** @param applicationUrl where to log in, unless the input names another place */
    public static Email compose(SendWelcomeEmail input, String password, String applicationUrl) {
        var user = input.adminUser();
        String name = input.companyName().orElse(input.tenantName());
        String url = input.loginUrl().orElse(applicationUrl);
        return new Email(
                user.email(),
                "Welcome to " + oneLine(name) + " - Your Account is Ready",
                HTML.formatted(
                        escape(name), escape(user.firstName()), escape(user.email()), escape(password), escape(url)),
                TEXT.formatted(oneLine(name), oneLine(user.firstName()), user.email(), password, url),
                Map.of("workflow", "tenant_creation", "email_type", "tenant_welcome", "tenant_id", input.tenantId()));
    }

    /** A line break in a header would begin the next one. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
