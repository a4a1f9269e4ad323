package com.nineminds.temporal.worker.tenant.email;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server. SMTP knows no idempotency keys: when the answer to a message is lost it is sent again. Both have the same Message-ID,
 * by which many mailboxes show only one.
 */
public final class SmtpTransport implements EmailTransport {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);
    private static final String TIMEOUT_MILLIS = "10000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** What protects the connection. */
    public enum Security {
        /** Nothing. */
        NONE,
        /** Upgraded before anything is said; refused where the server cannot. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }

    /** Who logs in; the password is asked for each message, so that it may rotate. */
    public record Login(String user, Supplier<String> password) {}

    private final Session session;
    private final Optional<Login> login;
    private final Sender sender;

    public SmtpTransport(String host, int port, Security security, Optional<Login> login, Sender sender) {
        this.session = Session.getInstance(properties(host, port, security, login.isPresent()));
        this.login = login;
        this.sender = sender;
    }

    private static Properties properties(String host, int port, Security security, boolean authenticate) {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.auth", String.valueOf(authenticate));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        // A message is accepted before QUIT: what becomes of that must not have it sent again.
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(security == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public String send(Email email, String idempotencyKey) {
        String messageId = "<" + idempotencyKey.replace('/', '.') + "@"
                + sender.address().substring(sender.address().indexOf('@') + 1) + ">";
        try {
            MimeMessage message = message(email, messageId);
            Transport transport = session.getTransport();
            try {
                connect(transport);
                transport.sendMessage(message, message.getAllRecipients());
                return messageId;
            } finally {
                quit(transport);
            }
        } catch (AuthenticationFailedException refused) {
            throw Failures.configuration("the mail server does not let the worker in");
        } catch (MessagingException failed) {
            throw failure(failed);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void quit(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("the mail server had gone before QUIT");
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (login.isPresent()) {
            transport.connect(login.get().user(), login.get().password().get());
        } else {
            transport.connect();
        }
    }

    private MimeMessage message(Email email, String messageId) throws MessagingException, UnsupportedEncodingException {
        var message = new FixedIdMessage(session, messageId);
        message.setFrom(new InternetAddress(sender.address(), sender.name(), UTF_8));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(email.to()));
        message.setSubject(email.subject(), UTF_8);
        var text = new MimeBodyPart();
        text.setText(email.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(email.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** 5xx is the server's last word; everything else may pass. Its text may quote the address. */
    private static RuntimeException failure(MessagingException failed) {
        int code = code(failed);
        return code >= 500
                ? Failures.validation("the mail server refused the message (" + code + ")")
                : Failures.serviceUnavailable(
                        "the mail server did not take the message"
                                + (code > 0
                                        ? " (" + code + ")"
                                        : ": " + failed.getClass().getSimpleName()),
                        Optional.empty());
    }

    private static int code(Exception failed) {
        if (failed instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failed instanceof SMTPSenderFailedException from) {
            return from.getReturnCode();
        }
        if (failed instanceof SMTPSendFailedException sending && sending.getReturnCode() > 0) {
            return sending.getReturnCode();
        }
        return failed instanceof MessagingException more && more.getNextException() != null
                ? code(more.getNextException())
                : 0;
    }

    private static final class FixedIdMessage extends MimeMessage {

        private final String messageId;

        FixedIdMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
