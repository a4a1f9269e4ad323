/** Objects in memory under one global resource version, with the log of changes that watches replay. */
@NullMarked
package com.nineminds.temporal.cluster.store;

import org.jspecify.annotations.NullMarked;
