package com.nineminds.temporal.worker.tenant.activity;

import com.nineminds.temporal.worker.tenant.checkout.Store;
import com.nineminds.temporal.worker.tenant.wire.CheckoutActivities;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the store. */
public final class StoreActivities implements CheckoutActivities {

    private static final Logger LOG = LoggerFactory.getLogger(StoreActivities.class);

    private final Store store;
    private final Clock clock;

    public StoreActivities(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void updateCheckoutSessionStatus(CheckoutSessionStatus status) {
        store.update(status, clock.instant());
        LOG.info("the store knows that its session is {}", status.workflowStatus());
    }
}
