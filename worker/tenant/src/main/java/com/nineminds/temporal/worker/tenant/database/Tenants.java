package com.nineminds.temporal.worker.tenant.database;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.failure.Failures.ExistingTenant;
import com.nineminds.temporal.worker.tenant.failure.Failures.Owner;
import com.nineminds.temporal.worker.tenant.identity.DerivedIds;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tenants, their companies and settings. One transaction's view. */
public final class Tenants {

    private final Handle handle;

    public Tenants(Handle handle) {
        this.handle = handle;
    }

    /**
     * Makes the tenant unless the claim had made it before.
     *
     * @throws io.temporal.failure.ApplicationFailure when another tenant has the id, or the claimed one has another name
     */
    public void create(Provisionings.Claim claim, String name, String email) {
        boolean made = handle.createUpdate("INSERT INTO tenants (tenant, company_name, email, created_at, updated_at)"
                                + " VALUES (:tenant, :name, :email, now(), now()) ON CONFLICT (tenant) DO NOTHING")
                        .bind("tenant", claim.tenant())
                        .bind("name", name)
                        .bind("email", email)
                        .execute()
                == 1;
        if (!made && claim.begunNow()) {
            throw Failures.duplicateTenant(
                    "tenant " + claim.tenant() + " exists and was made by others",
                    new ExistingTenant(claim.tenant(), Owner.OTHER));
        }
        if (!made && !name(claim.tenant()).equals(Optional.of(name))) {
            throw Failures.validation(
                    "tenant " + claim.tenant() + " has another name: resume it with the input it was begun with");
        }
    }

    /** Makes the tenant's company unless it has one of that name; returns the id of the one it has. */
    public UUID company(UUID tenant, String name) {
        UUID company = DerivedIds.of(tenant, "company");
        handle.createUpdate("INSERT INTO companies (tenant, company_id, company_name, created_at, updated_at)"
                        + " VALUES (:tenant, :company, :name, now(), now()) ON CONFLICT DO NOTHING")
                .bind("tenant", tenant)
                .bind("company", company)
                .bind("name", name)
                .execute();
        return handle.createQuery(
                        "SELECT company_id FROM companies WHERE tenant = :tenant"
                                + " AND (company_id = :company OR company_name = :name) ORDER BY company_name = :name DESC LIMIT 1")
                .bind("tenant", tenant)
                .bind("company", company)
                .bind("name", name)
                .mapTo(UUID.class)
                .one();
    }

    public void emailSettings(UUID tenant) {
        handle.createUpdate("INSERT INTO tenant_email_settings"
                        + " (tenant_id, email_provider, fallback_enabled, tracking_enabled)"
                        + " VALUES (:tenant, 'resend', true, false) ON CONFLICT (tenant_id) DO NOTHING")
                .bind("tenant", tenant.toString())
                .execute();
    }

    public void settings(UUID tenant) {
        handle.createUpdate("INSERT INTO tenant_settings"
                        + " (tenant, onboarding_completed, onboarding_skipped, created_at, updated_at)"
                        + " VALUES (:tenant, false, false, now(), now()) ON CONFLICT (tenant) DO NOTHING")
                .bind("tenant", tenant)
                .execute();
    }

    /** Makes the company the tenant's default one, unless it has a default. */
    public void defaultCompany(UUID tenant, UUID company) {
        handle.createUpdate("INSERT INTO tenant_companies (tenant, company_id, is_default)"
                        + " VALUES (:tenant, :company, true) ON CONFLICT DO NOTHING")
                .bind("tenant", tenant)
                .bind("company", company)
                .execute();
    }

    public Optional<String> name(UUID tenant) {
        return handle.createQuery("SELECT company_name FROM tenants WHERE tenant = :tenant")
                .bind("tenant", tenant)
                .mapTo(String.class)
                .findFirst();
    }
}
