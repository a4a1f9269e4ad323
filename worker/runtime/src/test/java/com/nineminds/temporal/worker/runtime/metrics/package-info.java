/** Tests of the metrics that a worker shows. */
@NullMarked
package com.nineminds.temporal.worker.runtime.metrics;

import org.jspecify.annotations.NullMarked;
