/** Tests of the worker runtime against the embedded Temporal server, in this process and as a process of its own. */
@NullMarked
package com.nineminds.temporal.worker.runtime;

import org.jspecify.annotations.NullMarked;
