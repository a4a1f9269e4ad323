/** Knows from the calls themselves whether every task queue is being polled. */
@NullMarked
package com.nineminds.temporal.worker.runtime.polling;

import org.jspecify.annotations.NullMarked;
