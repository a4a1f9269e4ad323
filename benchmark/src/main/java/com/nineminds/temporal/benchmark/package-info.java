/** Runs the operator as a process against a real API server with many workers, and prints what that cost. */
@NullMarked
package com.nineminds.temporal.benchmark;

import org.jspecify.annotations.NullMarked;
