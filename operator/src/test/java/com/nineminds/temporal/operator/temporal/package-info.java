/** Tests of what the operator asks Temporal, against the embedded server, a scripted one and, where one is, a real one. */
@NullMarked
package com.nineminds.temporal.operator.temporal;

import org.jspecify.annotations.NullMarked;
