/** Every situation that a decision can be made in, as points of a space whose axes are enums. */
@NullMarked
package com.nineminds.temporal.operator.decide.space;

import org.jspecify.annotations.NullMarked;
