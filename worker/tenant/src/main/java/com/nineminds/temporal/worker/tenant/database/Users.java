package com.nineminds.temporal.worker.tenant.database;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.identity.DerivedIds;
import com.nineminds.temporal.worker.tenant.wire.SendWelcomeEmail.Recipient;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Users, their roles, and the seeds of passwords that were not mailed yet. One transaction's view. */
public final class Users {

    private static final String ADMIN_ROLES =
            "SELECT role_id FROM roles WHERE tenant = :tenant AND role_name = 'Admin' AND msp AND NOT client"
                    + " ORDER BY created_at, role_id LIMIT 1";

    private static final String ADMINISTRATORS =
            "SELECT ur.user_id FROM user_roles ur JOIN roles r USING (tenant, role_id)"
                    + " WHERE ur.tenant = :tenant AND r.role_name = 'Admin' AND r.msp AND NOT r.client";

    /** A user to be. */
    public record NewUser(
            UUID tenant, UUID id, String firstName, String lastName, String email, String hashedPassword) {}

    private final Handle handle;

    public Users(Handle handle) {
        this.handle = handle;
    }

    /** Until the transaction ends nobody else gives this address to a user of the tenant; the table has no unique key for it. */
    public void lockEmail(UUID tenant, String email) {
        AdvisoryLock.take(handle, "email:" + tenant + ":" + email.toLowerCase(Locale.ROOT));
    }

    /** Who has the address, upper and lower case being the same. */
    public Optional<UUID> withEmail(UUID tenant, String email) {
        return handle.createQuery("SELECT user_id FROM users WHERE tenant = :tenant AND lower(email) = lower(:email)")
                .bind("tenant", tenant)
                .bind("email", email)
                .mapTo(UUID.class)
                .findFirst();
    }

    public void insert(NewUser user) {
        handle.createUpdate("INSERT INTO users"
                        + " (tenant, user_id, username, email, first_name, last_name, hashed_password, user_type)"
                        + " VALUES (:tenant, :id, :email, :email, :firstName, :lastName, :hash, 'internal')")
                .bind("tenant", user.tenant())
                .bind("id", user.id())
                .bind("email", user.email())
                .bind("firstName", user.firstName())
                .bind("lastName", user.lastName())
                .bind("hash", user.hashedPassword())
                .execute();
    }

    /** Whom to write to; without an id the tenant's first administrator. */
    public Optional<Recipient> recipient(UUID tenant, Optional<UUID> id) {
        return handle.createQuery("SELECT user_id, first_name, last_name, email FROM users u WHERE tenant = :tenant AND"
                        + (id.isPresent() ? " user_id = :id" : " user_id IN (" + ADMINISTRATORS + ")")
                        + " ORDER BY created_at, user_id LIMIT 1")
                .bind("tenant", tenant)
                .bind("id", id)
                .map((row, context) -> new Recipient(
                        row.getString("user_id"),
                        Objects.requireNonNullElse(row.getString("first_name"), ""),
                        Objects.requireNonNullElse(row.getString("last_name"), ""),
                        row.getString("email")))
                .findFirst();
    }

    /**
     * Whether no other attempt has done this renewal of the user's password. One that comes late must not do it again: the password of
     * the first may have been mailed.
     */
    public boolean isFirst(UUID renewal, UUID tenant, UUID user) {
        return handle.createUpdate("INSERT INTO worker.password_renewal (renewal, tenant, user_id)"
                                + " VALUES (:renewal, :tenant, :user) ON CONFLICT (renewal) DO NOTHING")
                        .bind("renewal", renewal)
                        .bind("tenant", tenant)
                        .bind("user", user)
                        .execute()
                == 1;
    }

    /** @throws io.temporal.failure.ApplicationFailure a validation error when there is no such user */
    public void changePassword(UUID tenant, UUID user, String hash) {
        int changed = handle.createUpdate("UPDATE users SET hashed_password = :hash, updated_at = now()"
                        + " WHERE tenant = :tenant AND user_id = :user")
                .bind("tenant", tenant)
                .bind("user", user)
                .bind("hash", hash)
                .execute();
        if (changed == 0) {
            throw Failures.validation("tenant " + tenant + " has no user " + user);
        }
    }

    /** The tenant's role for administrators, made if it has none. */
    public UUID adminRole(UUID tenant) {
        return findAdminRole(tenant).orElseGet(() -> {
            handle.createUpdate("INSERT INTO roles (tenant, role_id, role_name, description)"
                            + " VALUES (:tenant, :role, 'Admin', 'Administrator role with full access')"
                            + " ON CONFLICT DO NOTHING")
                    .bind("tenant", tenant)
                    .bind("role", DerivedIds.of(tenant, "role/Admin"))
                    .execute();
            return findAdminRole(tenant).orElseThrow();
        });
    }

    public void assign(UUID tenant, UUID user, UUID role) {
        handle.createUpdate("INSERT INTO user_roles (tenant, user_id, role_id) VALUES (:tenant, :user, :role)"
                        + " ON CONFLICT DO NOTHING")
                .bind("tenant", tenant)
                .bind("user", user)
                .bind("role", role)
                .execute();
    }

    public void keepSeed(UUID tenant, UUID user, byte[] seed) {
        handle.createUpdate("INSERT INTO worker.password_seed (tenant, user_id, seed) VALUES (:tenant, :user, :seed)"
                        + " ON CONFLICT (tenant, user_id) DO UPDATE SET seed = excluded.seed, created_at = now()")
                .bind("tenant", tenant)
                .bind("user", user)
                .bind("seed", seed)
                .execute();
    }

    /** The seed of the user's temporary password, until its e-mail has been accepted. */
    public Optional<byte[]> seed(UUID tenant, UUID user) {
        return handle.createQuery("SELECT seed FROM worker.password_seed WHERE tenant = :tenant AND user_id = :user")
                .bind("tenant", tenant)
                .bind("user", user)
                .mapTo(byte[].class)
                .findFirst();
    }

    /** Unless another one has been kept meanwhile. */
    public void forgetSeed(UUID tenant, UUID user, byte[] seed) {
        handle.createUpdate("DELETE FROM worker.password_seed"
                        + " WHERE tenant = :tenant AND user_id = :user AND seed = :seed")
                .bind("seed", seed)
                .bind("tenant", tenant)
                .bind("user", user)
                .execute();
    }

    private Optional<UUID> findAdminRole(UUID tenant) {
        return handle.createQuery(ADMIN_ROLES)
                .bind("tenant", tenant)
                .mapTo(UUID.class)
                .findFirst();
    }
}
