/** Tries a TemporalWorker on this machine: the demonstration of good and bad revisions, and the rehearsal of a change of one's own. */
@NullMarked
package com.nineminds.temporal.rehearsal;

import org.jspecify.annotations.NullMarked;
