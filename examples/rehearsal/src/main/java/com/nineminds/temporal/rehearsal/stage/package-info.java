/** Everything that must run before a worker can be applied: embedded cluster, embedded Temporal server, operator. */
@NullMarked
package com.nineminds.temporal.rehearsal.stage;

import org.jspecify.annotations.NullMarked;
