/** Runs the sample worker on the runtime and on the plain Temporal SDK by turns, and prints what the difference is. */
@NullMarked
package com.nineminds.temporal.worker.benchmark;

import org.jspecify.annotations.NullMarked;
