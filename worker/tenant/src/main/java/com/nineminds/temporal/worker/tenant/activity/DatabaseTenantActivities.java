package com.nineminds.temporal.worker.tenant.activity;

import com.nineminds.temporal.worker.tenant.database.BusinessKey;
import com.nineminds.temporal.worker.tenant.database.Database;
import com.nineminds.temporal.worker.tenant.database.Provisionings;
import com.nineminds.temporal.worker.tenant.database.Provisionings.State;
import com.nineminds.temporal.worker.tenant.database.Rollback;
import com.nineminds.temporal.worker.tenant.database.Tenants;
import com.nineminds.temporal.worker.tenant.wire.CreateTenant;
import com.nineminds.temporal.worker.tenant.wire.SetupTenantData;
import com.nineminds.temporal.worker.tenant.wire.TenantActivities;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tenants in PostgreSQL. */
public final class DatabaseTenantActivities implements TenantActivities {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTenantActivities.class);

    private final Database database;

    public DatabaseTenantActivities(Database database) {
        this.database = database;
    }

    @Override
    public CreateTenant.Result createTenant(CreateTenant input) {
        ActivityInfo attempt = Activity.getExecutionContext().getInfo();
        var key = input.checkoutSessionId()
                .map(BusinessKey::checkout)
                .orElseGet(() -> BusinessKey.workflow(attempt.getWorkflowId()));
        var request = new Provisionings.Request(key, attempt.getWorkflowId(), attempt.getRunId());
        UUID wanted = input.tenantId().orElseGet(() -> ActivityIds.idFor("tenant"));
        CreateTenant.Result created = database.inTransaction(handle -> {
            var claim = new Provisionings(handle).claim(request, wanted);
            var tenants = new Tenants(handle);
            tenants.create(claim, input.tenantName(), input.email());
            var company = input.companyName().map(name -> tenants.company(claim.tenant(), name));
            return new CreateTenant.Result(claim.tenant(), company, claim.resumed());
        });
        TenantLog.of(created.tenantId(), () -> LOG.info(created.resumed() ? "tenant resumed" : "tenant created"));
        return created;
    }

    @Override
    public SetupTenantData.Result setupTenantData(SetupTenantData input) {
        database.inTransaction(handle -> {
            var tenants = new Tenants(handle);
            tenants.emailSettings(input.tenantId());
            tenants.settings(input.tenantId());
            input.companyId().ifPresent(company -> tenants.defaultCompany(input.tenantId(), company));
            return input;
        });
        TenantLog.of(input.tenantId(), () -> LOG.info("tenant set up"));
        List<String> always = List.of("email_settings", "tenant_settings");
        return new SetupTenantData.Result(
                input.companyId().isEmpty()
                        ? always
                        : Stream.concat(always.stream(), Stream.of("tenant_company_association"))
                                .toList());
    }

    @Override
    public void completeProvisioning(UUID tenantId) {
        advance(tenantId, State.COMPLETED);
        TenantLog.of(tenantId, () -> LOG.info("tenant complete"));
    }

    @Override
    public void retainProvisioning(UUID tenantId) {
        advance(tenantId, State.RETAINED);
        TenantLog.of(tenantId, () -> LOG.warn("tenant retained, incomplete"));
    }

    @Override
    public void rollbackTenant(UUID tenantId) {
        database.inTransaction(handle -> {
            new Rollback(handle).tenant(tenantId);
            return tenantId;
        });
        TenantLog.of(tenantId, () -> LOG.warn("tenant rolled back"));
    }

    private void advance(UUID tenantId, State to) {
        database.inTransaction(handle -> {
            new Provisionings(handle).advance(tenantId, State.RUNNING, to);
            return tenantId;
        });
    }
}
