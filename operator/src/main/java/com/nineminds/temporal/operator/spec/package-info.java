/** What the spec of a worker means to the operator: its rules, its durations, its effective values. */
@NullMarked
package com.nineminds.temporal.operator.spec;

import org.jspecify.annotations.NullMarked;
