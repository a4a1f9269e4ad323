package com.nineminds.temporal.worker.tenant.database;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Takes back what was made for a tenant that never became complete, in an order that every foreign key allows. One transaction: when
 * anything of the tenant is left, nothing is deleted and the failure names the tables.
 */
public final class Rollback {

    private static final List<String> TENANT = List.of(
            "DELETE FROM worker.password_seed WHERE tenant = :tenant",
            "DELETE FROM user_roles WHERE tenant = :tenant",
            "DELETE FROM roles WHERE tenant = :tenant",
            "DELETE FROM tenant_companies WHERE tenant = :tenant",
            "UPDATE companies SET account_manager_id = NULL WHERE tenant = :tenant",
            "DELETE FROM users WHERE tenant = :tenant",
            "DELETE FROM companies WHERE tenant = :tenant",
            "DELETE FROM tenant_email_settings WHERE tenant_id = :tenant::text",
            "DELETE FROM tenant_settings WHERE tenant = :tenant",
            "DELETE FROM tenants WHERE tenant = :tenant");

    private static final List<String> USER = List.of(
            "DELETE FROM worker.password_seed WHERE tenant = :tenant AND user_id = :user",
            "DELETE FROM user_roles WHERE tenant = :tenant AND user_id = :user",
            "DELETE FROM users WHERE tenant = :tenant AND user_id = :user");

    /** Every column that could name a tenant, whether or not this worker knows its table. */
    private static final String TENANT_COLUMNS =
            "SELECT format('SELECT %L AS name FROM %I.%I WHERE %I = %s', c.table_name, c.table_schema, c.table_name,"
                    + " c.column_name, CASE c.data_type WHEN 'uuid' THEN ':tenant' ELSE ':tenant::text' END)"
                    + " FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)"
                    + " WHERE t.table_type = 'BASE TABLE' AND c.table_schema = 'public'"
                    + " AND c.column_name IN ('tenant', 'tenant_id') AND c.data_type IN ('uuid', 'text', 'character varying')";

    private final Handle handle;

    public Rollback(Handle handle) {
        this.handle = handle;
    }

    /**
     * Deletes the tenant, and sees to it that a late attempt does not make it again.
     *
     * @throws io.temporal.failure.ApplicationFailure a validation error for a tenant that is in use or was made by others, a
     *     configuration error naming the tables when rows are left that this worker did not make
     */
    public void tenant(UUID tenant) {
        refuseUnlessUnfinished(tenant);
        new Provisionings(handle).bury(tenant);
        TENANT.forEach(statement ->
                handle.createUpdate(statement).bind("tenant", tenant).execute());
        List<String> left = tablesNaming(tenant);
        if (!left.isEmpty()) {
            throw Failures.configuration("tenant " + tenant + " cannot be rolled back, others wrote to " + left);
        }
    }

    /** Deletes one user of such a tenant. */
    public void user(UUID tenant, UUID user) {
        refuseUnlessUnfinished(tenant);
        USER.forEach(statement -> handle.createUpdate(statement)
                .bind("tenant", tenant)
                .bind("user", user)
                .execute());
    }

    private void refuseUnlessUnfinished(UUID tenant) {
        Optional<Provisionings.State> state = new Provisionings(handle).lock(tenant);
        if (state.equals(Optional.of(Provisionings.State.COMPLETED))) {
            throw Failures.validation("tenant " + tenant + " is complete and in use: it is not rolled back");
        }
        if (state.isEmpty() && tablesNaming(tenant).contains("tenants")) {
            throw Failures.validation("tenant " + tenant + " was not made by this worker: it is not rolled back");
        }
    }

    private List<String> tablesNaming(UUID tenant) {
        List<String> selects =
                handle.createQuery(TENANT_COLUMNS).mapTo(String.class).list();
        String all =
                selects.stream().collect(Collectors.joining(" UNION ", "SELECT name FROM (", ") AS named ORDER BY 1"));
        return handle.createQuery(all)
                .bind("tenant", tenant)
                .mapTo(String.class)
                .list();
    }
}
