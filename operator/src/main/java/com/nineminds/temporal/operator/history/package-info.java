/**
 * The durable record: one ControllerRevision per revision holds its inputs and rendered pod template for ever, and verdict,
 * evidence, consumed verbs and the rollout in its annotations. {@code .status} only mirrors it.
 */
@NullMarked
package com.nineminds.temporal.operator.history;

import org.jspecify.annotations.NullMarked;
