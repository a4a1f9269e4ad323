/** The kinds of failure that callers and retry policies tell apart. */
@NullMarked
package com.nineminds.temporal.worker.tenant.failure;

import org.jspecify.annotations.NullMarked;
