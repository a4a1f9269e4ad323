/** Tests of what the benchmark computes; what it measures is no test. */
@NullMarked
package com.nineminds.temporal.worker.benchmark;

import org.jspecify.annotations.NullMarked;
