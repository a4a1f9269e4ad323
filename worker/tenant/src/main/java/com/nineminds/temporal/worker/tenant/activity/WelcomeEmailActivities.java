package com.nineminds.temporal.worker.tenant.activity;

import com.nineminds.temporal.worker.tenant.database.Database;
import com.nineminds.temporal.worker.tenant.database.EmailLog;
import com.nineminds.temporal.worker.tenant.database.Users;
import com.nineminds.temporal.worker.tenant.email.Addresses;
import com.nineminds.temporal.worker.tenant.email.EmailTransport;
import com.nineminds.temporal.worker.tenant.email.WelcomeEmail;
import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.password.TemporaryPasswords;
import com.nineminds.temporal.worker.tenant.wire.EmailActivities;
import com.nineminds.temporal.worker.tenant.wire.SendWelcomeEmail;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends welcome e-mails. A user's first is sent under the key {@code tenant_welcome/<userId>}, with the same password at every attempt, until the
 * provider has accepted it; then the seed of the password is forgotten.
 */
public final class WelcomeEmailActivities implements EmailActivities {

    private static final Logger LOG = LoggerFactory.getLogger(WelcomeEmailActivities.class);

    private final Database database;
    private final TemporaryPasswords passwords;
    private final EmailTransport transport;
    private final String applicationUrl;

    public WelcomeEmailActivities(
            Database database, TemporaryPasswords passwords, EmailTransport transport, String applicationUrl) {
        this.database = database;
        this.passwords = passwords;
        this.transport = transport;
        this.applicationUrl = applicationUrl;
    }

    @Override
    public SendWelcomeEmail.Result sendWelcomeEmail(SendWelcomeEmail input) {
        try {
            if (!Addresses.isAddress(input.adminUser().email())) {
                throw Failures.validation("the e-mail address of the administrator is none");
            }
            String messageId = input.temporaryPassword()
                    .map(password -> send(input, password, "tenant_welcome_of/" + ActivityIds.idFor("email")))
                    .orElseGet(() -> sendPendingPassword(input));
            return new SendWelcomeEmail.Result(true, Optional.of(messageId), Optional.empty());
        } catch (ApplicationFailure failed) {
            if (!failed.isNonRetryable()) {
                throw failed;
            }
            LOG.error("a welcome e-mail can never be sent: {}", failed.getOriginalMessage());
            return new SendWelcomeEmail.Result(false, Optional.empty(), Optional.of(failed.getOriginalMessage()));
        }
    }

    @Override
    public void sendTenantCreationNotification(String tenantId, String tenantName, String adminEmail, boolean success) {
        LOG.info("tenant {} {}", tenantId, success ? "was created" : "could not be created");
    }

    private String sendPendingPassword(SendWelcomeEmail input) {
        UUID tenant = uuid("tenantId", input.tenantId());
        UUID user = uuid("adminUser.userId", input.adminUser().userId());
        String key = "tenant_welcome/" + user
                + input.occasion().map(occasion -> "/" + occasion).orElse("");
        Optional<String> sent = database.inTransaction(handle -> new EmailLog(handle).messageId(key));
        if (sent.isPresent()) {
            return sent.get();
        }
        byte[] seed = database.inTransaction(handle -> new Users(handle).seed(tenant, user))
                .orElseThrow(() -> Failures.validation("user " + user + " has no temporary password to be sent"));
        String messageId = send(input, passwords.of(user, seed), key);
        database.inTransaction(handle -> {
            new EmailLog(handle).sent(key, input.tenantId(), messageId);
            new Users(handle).forgetSeed(tenant, user, seed);
            return messageId;
        });
        TenantLog.of(tenant, () -> LOG.info("welcome e-mail {} accepted", messageId));
        return messageId;
    }

    private String send(SendWelcomeEmail input, String password, String key) {
        return transport.send(WelcomeEmail.compose(input, password, applicationUrl), key);
    }

    private static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Failures.validation(field + " is no UUID");
        }
    }
}
