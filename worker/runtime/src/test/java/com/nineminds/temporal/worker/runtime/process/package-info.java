/** A worker as a process of its own, for the tests of every worker. */
@NullMarked
package com.nineminds.temporal.worker.runtime.process;

import org.jspecify.annotations.NullMarked;
