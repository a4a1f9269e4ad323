/** Temporal's in-memory test server, made to answer who polls its task queues from the polls that it really received. */
@NullMarked
package com.nineminds.temporal.embedded;

import org.jspecify.annotations.NullMarked;
