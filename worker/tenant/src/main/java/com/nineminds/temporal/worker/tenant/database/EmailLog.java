package com.nineminds.temporal.worker.tenant.database;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which e-mails have been accepted. One transaction's view. */
public final class EmailLog {

    private final Handle handle;

    public EmailLog(Handle handle) {
        this.handle = handle;
    }

    /** The provider's id of the message that was sent under this key. */
    public Optional<String> messageId(String idempotencyKey) {
        return handle.createQuery("SELECT message_id FROM worker.email_log WHERE idempotency_key = :key")
                .bind("key", idempotencyKey)
                .mapTo(String.class)
                .findFirst();
    }

    public void sent(String idempotencyKey, String tenant, String messageId) {
        handle.createUpdate("INSERT INTO worker.email_log (idempotency_key, tenant, message_id)"
                        + " VALUES (:key, :tenant, :message) ON CONFLICT (idempotency_key) DO NOTHING")
                .bind("key", idempotencyKey)
                .bind("tenant", tenant)
                .bind("message", messageId)
                .execute();
    }
}
