/** Tests of what is told when Temporal cannot be reached. */
@NullMarked
package com.nineminds.temporal.worker.runtime.connection;

import org.jspecify.annotations.NullMarked;
