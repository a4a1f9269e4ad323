/** Runs a Temporal worker as a process that Kubernetes can start, probe and stop: the library call, the entry point, their exit codes. */
@NullMarked
package com.nineminds.temporal.worker.runtime;

import org.jspecify.annotations.NullMarked;
