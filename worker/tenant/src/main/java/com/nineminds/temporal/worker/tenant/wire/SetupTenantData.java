package com.nineminds.temporal.worker.tenant.wire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** @param billingPlan has no use yet */
public record SetupTenantData(UUID tenantId, UUID adminUserId, Optional<UUID> companyId, Optional<String> billingPlan) {

    /** @param setupSteps what is in place now, whether or not it was before */
    public record Result(List<String> setupSteps) {}
}
