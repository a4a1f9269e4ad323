/** HTTP services behind a circuit breaker, with their answers as typed failures. */
@NullMarked
package com.nineminds.temporal.worker.tenant.http;

import org.jspecify.annotations.NullMarked;
