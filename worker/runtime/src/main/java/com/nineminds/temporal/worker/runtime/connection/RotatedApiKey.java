package com.nineminds.temporal.worker.runtime.connection;

import com.nineminds.temporal.worker.runtime.config.Secret;
import com.nineminds.temporal.worker.runtime.config.TemporalAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API key of now. What cannot be sent as one leaves the one before in force, and is said once. */
final class RotatedApiKey {

    private static final Logger LOG = LoggerFactory.getLogger(RotatedApiKey.class);

    private final Secret secret;
    private String inForce;
    private boolean broken;

    RotatedApiKey(Secret secret) {
        this.secret = secret;
        this.inForce = secret.reveal();
    }

    synchronized String reveal() {
        String now = secret.reveal();
        boolean usable = TemporalAccess.isKey(now);
        if (usable) {
            inForce = now;
        } else if (!broken) {
            LOG.warn(
                    "{}: what is there now cannot be sent, so the old stays in force: give the key alone, on one line",
                    secret.name());
        }
        broken = !usable;
        return inForce;
    }
}
