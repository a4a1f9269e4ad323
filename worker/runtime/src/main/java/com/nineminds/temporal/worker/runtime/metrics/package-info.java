/** Metrics in the Prometheus text format. */
@NullMarked
package com.nineminds.temporal.worker.runtime.metrics;

import org.jspecify.annotations.NullMarked;
