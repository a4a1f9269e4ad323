package com.nineminds.temporal.worker.tenant.email;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends nothing and says that it did; for development. */
public final class MockTransport implements EmailTransport {

    private static final Logger LOG = LoggerFactory.getLogger(MockTransport.class);

    private final AtomicLong count = new AtomicLong();

    @Override
    public String send(Email email, String idempotencyKey) {
        LOG.warn("EMAIL_PROVIDER is mock: {} is not sent to anybody", idempotencyKey);
        return "mock-" + System.currentTimeMillis() + "-" + count.incrementAndGet();
    }
}
