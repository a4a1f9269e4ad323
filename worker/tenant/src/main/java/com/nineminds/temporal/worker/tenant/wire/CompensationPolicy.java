package com.nineminds.temporal.worker.tenant.wire;

/** What becomes of a tenant whose provisioning fails or is cancelled. */
public enum CompensationPolicy {
    /** It stays as it is; a later run goes on where this one stopped. */
    RETAIN,
    /** Everything that was written is deleted and the deletion is verified. */
    COMPENSATE
}
