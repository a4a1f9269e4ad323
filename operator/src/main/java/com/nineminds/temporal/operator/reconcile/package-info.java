/** The only package, with {@code apply}, that knows the Java Operator SDK: event sources and the reconcile script. */
@NullMarked
package com.nineminds.temporal.operator.reconcile;

import org.jspecify.annotations.NullMarked;
