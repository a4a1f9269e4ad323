/** What the operator asks Temporal; no other package of the operator uses Temporal's types. */
@NullMarked
package com.nineminds.temporal.operator.temporal;

import org.jspecify.annotations.NullMarked;
