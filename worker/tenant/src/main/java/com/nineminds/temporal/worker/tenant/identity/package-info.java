/** Ids that need not be remembered. */
@NullMarked
package com.nineminds.temporal.worker.tenant.identity;

import org.jspecify.annotations.NullMarked;
