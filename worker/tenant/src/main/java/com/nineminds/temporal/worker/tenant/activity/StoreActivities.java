package com.nineminds.temporal.worker.tenant.activity;

import com.nineminds.temporal.worker.tenant.checkout.Store;
import com.nineminds.temporal.worker.tenant.wire.CheckoutActivities;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the store. */
public final class StoreActivities implements CheckoutActivities {

    private static final Logger LOG = LoggerFactory.getLogger(StoreActivities.class);

    private final Optional<Store> store;
    private final Clock clock;

    /** @param store absent where there is none to tell */
    public StoreActivities(Optional<Store> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void updateCheckoutSessionStatus(CheckoutSessionStatus status) {
        if (store.isEmpty()) {
            LOG.info("no store is told that its session is {}: NMSTORE_BASE_URL is not set", status.workflowStatus());
            return;
        }
        store.get().update(status, clock.instant());
        LOG.info("the store knows that its session is {}", status.workflowStatus());
    }
}
