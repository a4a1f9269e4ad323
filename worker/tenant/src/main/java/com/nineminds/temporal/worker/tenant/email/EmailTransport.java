package com.nineminds.temporal.worker.tenant.email;

/** Hands messages to whoever delivers them. */
public interface EmailTransport {

    /**
     * Returns the message's id once it has been accepted.
     *
     * @param idempotencyKey the same for every attempt to send the same message; at most 256 characters
     * @throws io.temporal.failure.ApplicationFailure retryable when it may be accepted later
     */
    String send(Email email, String idempotencyKey);
}
