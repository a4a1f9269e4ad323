/** What the terminal shows: the rollout as a tree, and the summary. Pure, but for the {@code PrintStream} that is passed in. */
@NullMarked
package com.nineminds.temporal.rehearsal.view;

import org.jspecify.annotations.NullMarked;
