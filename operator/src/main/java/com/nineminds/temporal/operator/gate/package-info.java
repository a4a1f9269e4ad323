/**
 * Health gates: measured off the reconcile thread, judged by pure functions, read by the next reconcile. A gate never passes
 * without evidence.
 */
@NullMarked
package com.nineminds.temporal.operator.gate;

import org.jspecify.annotations.NullMarked;
