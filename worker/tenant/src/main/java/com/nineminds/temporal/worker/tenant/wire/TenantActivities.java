package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;

/** What is done to a tenant's rows. Each may be repeated at any time. */
@ActivityInterface
public interface TenantActivities {

    @ActivityMethod(name = "createTenant")
    CreateTenant.Result createTenant(CreateTenant input);

    @ActivityMethod(name = "setupTenantData")
    SetupTenantData.Result setupTenantData(SetupTenantData input);

    /** Marks the tenant as complete: from here on it is in use and is never rolled back. */
    @ActivityMethod(name = "completeProvisioning")
    void completeProvisioning(UUID tenantId);

    /** Marks the tenant as left behind by a failed run, so that a run for the same business key goes on with it. */
    @ActivityMethod(name = "retainProvisioning")
    void retainProvisioning(UUID tenantId);

    /** Deletes a tenant that never became complete, and verifies that nothing of it is left. */
    @ActivityMethod(name = "rollbackTenant")
    void rollbackTenant(UUID tenantId);
}
