/** From a decision to objects: what to apply, how many replicas, what to delete. Pure. */
@NullMarked
package com.nineminds.temporal.operator.plan;

import org.jspecify.annotations.NullMarked;
