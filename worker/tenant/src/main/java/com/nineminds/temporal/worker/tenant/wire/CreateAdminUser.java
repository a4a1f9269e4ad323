package com.nineminds.temporal.worker.tenant.wire;

import java.util.Optional;
import java.util.UUID;

/**
 * @param companyId has no use
 * @param userId the id to make it under; the activity's own identity decides when absent
 */
public record CreateAdminUser(
        UUID tenantId,
        String firstName,
        String lastName,
        String email,
        Optional<UUID> companyId,
        Optional<UUID> userId) {

    /** @param temporaryPassword absent unless the worker was told to show it */
    public record Result(UUID userId, UUID roleId, Optional<String> temporaryPassword) {}
}
