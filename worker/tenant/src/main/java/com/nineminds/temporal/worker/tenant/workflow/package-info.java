/** Workflow code. It is replayed: no clocks, no I/O, no randomness but Temporal's, and every change must replay the recorded histories. */
@NullMarked
package com.nineminds.temporal.worker.tenant.workflow;

import org.jspecify.annotations.NullMarked;
