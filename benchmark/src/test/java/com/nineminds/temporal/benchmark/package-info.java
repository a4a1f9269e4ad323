/** Tests of what the benchmark computes; what it measures is no test. */
@NullMarked
package com.nineminds.temporal.benchmark;

import org.jspecify.annotations.NullMarked;
