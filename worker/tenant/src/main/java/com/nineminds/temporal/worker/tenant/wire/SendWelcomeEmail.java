package com.nineminds.temporal.worker.tenant.wire;

import java.util.Optional;
import java.util.UUID;

/**
 * @param temporaryPassword when absent the user's pending one, which is known until its e-mail has been accepted
 * @param loginUrl the worker's {@code APPLICATION_URL} when absent
 * @param occasion tells a further e-mail to the same user from the first, which has none; one occasion, one e-mail
 */
public record SendWelcomeEmail(
        String tenantId,
        String tenantName,
        Recipient adminUser,
        Optional<String> temporaryPassword,
        Optional<String> companyName,
        Optional<String> loginUrl,
        Optional<UUID> occasion) {

    public record Recipient(String userId, String firstName, String lastName, String email) {}

    /** @param error why the e-mail can never be sent; what may pass is thrown and retried instead */
    public record Result(boolean emailSent, Optional<String> messageId, Optional<String> error) {}
}
