package com.nineminds.temporal.worker.tenant.activity;

import com.nineminds.temporal.worker.tenant.database.Database;
import com.nineminds.temporal.worker.tenant.database.Rollback;
import com.nineminds.temporal.worker.tenant.database.Tenants;
import com.nineminds.temporal.worker.tenant.database.Users;
import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.password.PasswordHasher;
import com.nineminds.temporal.worker.tenant.password.TemporaryPasswords;
import com.nineminds.temporal.worker.tenant.wire.CreateAdminUser;
import com.nineminds.temporal.worker.tenant.wire.UserActivities;
import com.nineminds.temporal.worker.tenant.wire.WelcomeRecipient;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Users in PostgreSQL. */
public final class DatabaseUserActivities implements UserActivities {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUserActivities.class);
    private static final int SHOWN_LENGTH = 12;

    private final Database database;
    private final PasswordHasher hasher;
    private final TemporaryPasswords passwords;
    private final boolean showPassword;

    /** @param showPassword whether the temporary password is in results, and so in histories; for callers that cannot do without */
    public DatabaseUserActivities(
            Database database, PasswordHasher hasher, TemporaryPasswords passwords, boolean showPassword) {
        this.database = database;
        this.hasher = hasher;
        this.passwords = passwords;
        this.showPassword = showPassword;
    }

    @Override
    public CreateAdminUser.Result createAdminUser(CreateAdminUser input) {
        UUID user = input.userId().orElseGet(() -> ActivityIds.idFor("user"));
        // Outside the transaction: hashing takes longer than all of its statements.
        byte[] seed = passwords.newSeed();
        String hash = hasher.hash(passwords.of(user, seed));
        var row = new Users.NewUser(input.tenantId(), user, input.firstName(), input.lastName(), input.email(), hash);
        CreateAdminUser.Result created = database.inTransaction(handle -> {
            var users = new Users(handle);
            insertOnce(users, row, seed);
            UUID role = users.adminRole(input.tenantId());
            users.assign(input.tenantId(), user, role);
            return new CreateAdminUser.Result(user, role, shownPassword(users, row));
        });
        TenantLog.of(input.tenantId(), () -> LOG.info("administrator {} created", user));
        return created;
    }

    @Override
    public void rollbackUser(UUID userId, UUID tenantId) {
        database.inTransaction(handle -> {
            new Rollback(handle).user(tenantId, userId);
            return userId;
        });
        TenantLog.of(tenantId, () -> LOG.warn("user {} rolled back", userId));
    }

    @Override
    public WelcomeRecipient findWelcomeRecipient(WelcomeRecipient.Wanted wanted) {
        return database.inTransaction(handle -> {
            String tenantName = new Tenants(handle)
                    .name(wanted.tenantId())
                    .orElseThrow(() -> Failures.validation("tenant " + wanted.tenantId() + " does not exist"));
            var user = new Users(handle)
                    .recipient(wanted.tenantId(), wanted.userId())
                    .orElseThrow(() -> Failures.validation("tenant " + wanted.tenantId() + " has no such user"));
            return new WelcomeRecipient(tenantName, user);
        });
    }

    @Override
    public void renewTemporaryPassword(UUID tenantId, UUID userId) {
        UUID renewal = ActivityIds.idFor("renewal");
        byte[] seed = passwords.newSeed();
        String hash = hasher.hash(passwords.of(userId, seed));
        database.inTransaction(handle -> {
            var users = new Users(handle);
            if (users.isFirst(renewal, tenantId, userId)) {
                users.changePassword(tenantId, userId, hash);
                users.keepSeed(tenantId, userId, seed);
            }
            return userId;
        });
        TenantLog.of(tenantId, () -> LOG.info("user {} has another temporary password", userId));
    }

    @Override
    public String generateTemporaryPassword(@Nullable Integer length) {
        try {
            return passwords.random(length == null ? SHOWN_LENGTH : length);
        } catch (IllegalArgumentException wrong) {
            throw Failures.validation(String.valueOf(wrong.getMessage()));
        }
    }

    private static void insertOnce(Users users, Users.NewUser row, byte[] seed) {
        users.lockEmail(row.tenant(), row.email());
        Optional<UUID> owner = users.withEmail(row.tenant(), row.email());
        if (owner.isEmpty()) {
            users.insert(row);
            users.keepSeed(row.tenant(), row.id(), seed);
        } else if (!owner.get().equals(row.id())) {
            throw Failures.duplicate(
                    "user " + owner.get() + " of tenant " + row.tenant() + " has this e-mail address already");
        }
    }

    private Optional<String> shownPassword(Users users, Users.NewUser row) {
        return showPassword
                ? users.seed(row.tenant(), row.id()).map(seed -> passwords.of(row.id(), seed))
                : Optional.empty();
    }
}
