/** What the store is told, and how. */
package com.nineminds.temporal.worker.tenant.checkout;
