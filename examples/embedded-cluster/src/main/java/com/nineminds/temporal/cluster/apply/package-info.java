/** Server-side apply: who owns which field, merging, conflicts, and what falls away when an owner lets go. */
@NullMarked
package com.nineminds.temporal.cluster.apply;

import org.jspecify.annotations.NullMarked;
