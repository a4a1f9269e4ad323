/** Replays of recorded histories, to find changes of workflow code that running workflows would not survive. */
@NullMarked
package com.nineminds.temporal.worker.runtime.replay;

import org.jspecify.annotations.NullMarked;
