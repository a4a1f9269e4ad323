/** The operator process: configuration, wiring, start and stop. */
@NullMarked
package com.nineminds.temporal.operator;

import org.jspecify.annotations.NullMarked;
