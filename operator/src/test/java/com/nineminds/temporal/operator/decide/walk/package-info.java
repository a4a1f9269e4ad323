/** Random lives of one worker in a simulated cluster. */
@NullMarked
package com.nineminds.temporal.operator.decide.walk;

import org.jspecify.annotations.NullMarked;
