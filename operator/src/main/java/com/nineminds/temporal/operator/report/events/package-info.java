/** Tells what happened once as Kubernetes Events, off the reconcile thread. */
@NullMarked
package com.nineminds.temporal.operator.report.events;

import org.jspecify.annotations.NullMarked;
