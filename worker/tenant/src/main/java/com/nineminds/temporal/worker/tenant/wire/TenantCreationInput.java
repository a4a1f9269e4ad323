package com.nineminds.temporal.worker.tenant.wire;

import java.util.Optional;
import java.util.UUID;

/**
 * What a tenant is made of.
 *
 * @param tenantName need not be unique
 * @param companyName the tenant's own company; none is made without it
 * @param billingPlan handed on to {@code setupTenantData}, which has no use for it yet
 * @param checkoutSessionId the store's session that paid for it; one session makes one tenant, and the store is told how it goes
 * @param tenantId goes on with a tenant that an earlier run retained (its resume token), or makes the tenant under this id
 * @param compensation the worker's own policy when absent
 */
public record TenantCreationInput(
        String tenantName,
        AdminUser adminUser,
        Optional<String> companyName,
        Optional<String> billingPlan,
        Optional<String> checkoutSessionId,
        Optional<UUID> tenantId,
        Optional<CompensationPolicy> compensation) {}
