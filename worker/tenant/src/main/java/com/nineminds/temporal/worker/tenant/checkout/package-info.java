/** The store whose checkout sessions pay for tenants. */
@NullMarked
package com.nineminds.temporal.worker.tenant.checkout;

import org.jspecify.annotations.NullMarked;
