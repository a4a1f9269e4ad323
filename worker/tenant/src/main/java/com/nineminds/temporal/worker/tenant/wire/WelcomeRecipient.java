package com.nineminds.temporal.worker.tenant.wire;

import java.util.Optional;
import java.util.UUID;

/** Whom a tenant's welcome e-mail goes to. */
public record WelcomeRecipient(String tenantName, SendWelcomeEmail.Recipient user) {

    /** @param userId the tenant's first administrator when absent */
    public record Wanted(UUID tenantId, Optional<UUID> userId) {}
}
