package com.nineminds.temporal.worker.tenant.config;

import com.nineminds.temporal.worker.runtime.config.Secret;
import com.nineminds.temporal.worker.tenant.email.Sender;
import com.nineminds.temporal.worker.tenant.email.SmtpTransport;
import java.net.URI;
import java.util.Optional;

/**
 * How e-mails are sent.
 *
 * @param resendApi and {@code resendKey}: of {@link Provider#RESEND}
 * @param smtp of {@link Provider#SMTP}
 * @param applicationUrl where the e-mails' links lead
 */
public record EmailConfig(
        Provider provider,
        Sender sender,
        URI resendApi,
        Optional<Secret> resendKey,
        Optional<SmtpConfig> smtp,
        String applicationUrl) {

    /** Who delivers. */
    public enum Provider {
        RESEND,
        SMTP,
        /** Nobody; for development. */
        MOCK
    }

    /**
     * A mail server.
     *
     * @param user and {@code password}: without them the worker does not log in
     */
    public record SmtpConfig(
            String host, int port, SmtpTransport.Security security, Optional<String> user, Optional<Secret> password) {}
}
