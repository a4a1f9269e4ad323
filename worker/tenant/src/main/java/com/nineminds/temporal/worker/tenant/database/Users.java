package com.nineminds.temporal.worker.tenant.database;

import com.nineminds.temporal.worker.tenant.identity.DerivedIds;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Users, their roles, and the seeds of passwords that were not mailed yet. One transaction's view. */
public final class Users {

    private static final String ADMIN_ROLES =
            "SELECT role_id FROM roles WHERE tenant = :tenant AND role_name = 'Admin' AND msp AND NOT client"
                    + " ORDER BY created_at, role_id LIMIT 1";

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

    public void forgetSeed(UUID tenant, UUID user) {
        handle.createUpdate("DELETE FROM worker.password_seed WHERE tenant = :tenant AND user_id = :user")
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
