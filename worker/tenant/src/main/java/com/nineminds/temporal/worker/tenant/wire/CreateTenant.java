package com.nineminds.temporal.worker.tenant.wire;

import java.util.Optional;
import java.util.UUID;

/**
 * @param email the tenant's, which is its administrator's
 * @param tenantId the id to make it under; the activity's own identity decides when absent, so that a retry finds its tenant
 * @param checkoutSessionId the business key; the workflow's id when absent
 */
public record CreateTenant(
        String tenantName,
        String email,
        Optional<String> companyName,
        Optional<UUID> tenantId,
        Optional<String> checkoutSessionId) {

    /** {@code resumed} when the tenant had been made by an earlier run. */
    public record Result(UUID tenantId, Optional<UUID> companyId, boolean resumed) {}
}
