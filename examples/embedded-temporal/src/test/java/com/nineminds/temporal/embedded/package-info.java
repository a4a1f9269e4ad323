/** Tests of the embedded Temporal server with real SDK workers and with polls sent by hand. */
@NullMarked
package com.nineminds.temporal.embedded;

import org.jspecify.annotations.NullMarked;
