package com.nineminds.temporal.worker.tenant.wire;

import java.util.Optional;
import java.util.UUID;

/**
 * The details of the failure with which a run of {@link TenantCreationWorkflow} ends.
 *
 * @param step what was being done
 * @param resumeToken under {@link CompensationPolicy#RETAIN}: pass it as {@code tenantId} to a new run, which goes on from here
 * @param compensation under {@link CompensationPolicy#COMPENSATE}: {@code verified} when nothing is left, else what stopped it
 */
public record TenantCreationFailure(
        TenantCreationStep step,
        CompensationPolicy policy,
        Optional<UUID> resumeToken,
        Optional<String> compensation) {}
