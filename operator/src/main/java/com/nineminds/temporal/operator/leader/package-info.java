/** Which of several operators works: a Lease, and the fence that keeps every other one from writing. */
@NullMarked
package com.nineminds.temporal.operator.leader;

import org.jspecify.annotations.NullMarked;
