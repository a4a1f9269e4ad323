package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The store. */
@ActivityInterface
public interface CheckoutActivities {

    /** Tells the store the status. Repeating it changes nothing: the store keeps the last one. */
    @ActivityMethod(name = "updateCheckoutSessionStatus")
    void updateCheckoutSessionStatus(CheckoutSessionStatus status);
}
