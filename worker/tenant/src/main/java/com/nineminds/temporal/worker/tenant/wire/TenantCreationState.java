package com.nineminds.temporal.worker.tenant.wire;

import java.util.Optional;
import java.util.UUID;

/**
 * The answer to {@code getState}.
 *
 * @param error why it failed
 * @param progress percent
 * @param cancellation what became of a request to cancel
 * @param failure what was done after a failure; also after a cancellation by Temporal, which has no details
 */
public record TenantCreationState(
        TenantCreationStep step,
        Optional<UUID> tenantId,
        Optional<UUID> adminUserId,
        Optional<UUID> companyId,
        Optional<Boolean> emailSent,
        Optional<String> error,
        int progress,
        Optional<Cancellation> cancellation,
        Optional<TenantCreationFailure> failure) {

    /** @param accepted false when it came too late: the tenant was complete and its welcome e-mail on the way */
    public record Cancellation(String reason, String cancelledBy, boolean accepted) {}
}
