/** What the operator measures of itself. No series carries the name of an object: their number is bounded by the code. */
@NullMarked
package com.nineminds.temporal.operator.metrics;

import org.jspecify.annotations.NullMarked;
