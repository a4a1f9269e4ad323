/** Stories of rollouts, one per file: what happens, and the timeline of what the operator makes of it. */
@NullMarked
package com.nineminds.temporal.operator.decide.story;

import org.jspecify.annotations.NullMarked;
