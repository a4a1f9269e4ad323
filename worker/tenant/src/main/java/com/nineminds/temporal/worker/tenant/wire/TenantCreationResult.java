package com.nineminds.temporal.worker.tenant.wire;

import java.util.Optional;
import java.util.UUID;

/**
 * A tenant that exists.
 *
 * @param temporaryPassword absent unless the worker was told to show it; the administrator has it from the welcome e-mail
 * @param emailSent whether the mail provider accepted the welcome e-mail; a failure does not undo the tenant
 * @param success always true
 * @param createdAt ISO 8601 with milliseconds, UTC
 */
public record TenantCreationResult(
        UUID tenantId,
        UUID adminUserId,
        Optional<UUID> companyId,
        Optional<String> temporaryPassword,
        boolean emailSent,
        boolean success,
        String createdAt) {}
