/** Scripted misbehaviour of the server, for tests of its clients. */
@NullMarked
package com.nineminds.temporal.cluster.faults;

import org.jspecify.annotations.NullMarked;
