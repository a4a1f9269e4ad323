package com.nineminds.temporal.worker.tenant.password;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pepper as it was at start. With another one no password that was ever set could be verified, so a change in the running process
 * is taken for a mistake: it is told once and has no effect.
 */
public final class Pepper implements Supplier<String> {

    private static final Logger LOG = LoggerFactory.getLogger(Pepper.class);

    private final Supplier<String> source;
    private final String value;
    private final AtomicBoolean told = new AtomicBoolean();

    /** Reads it now. */
    public Pepper(Supplier<String> source) {
        this.source = source;
        this.value = source.get();
    }

    @Override
    public String get() {
        if (!value.equals(source.get()) && told.compareAndSet(false, true)) {
            LOG.error(
                    "the pepper of password hashes has changed; this worker goes on with the one it was started with");
        }
        return value;
    }
}
