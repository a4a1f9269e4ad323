/** A small complete worker to try the runtime with: one workflow that takes its time, one activity. */
@NullMarked
package com.nineminds.temporal.worker.runtime.sample;

import org.jspecify.annotations.NullMarked;
