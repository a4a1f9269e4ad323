/** The arithmetic of horizontal pod autoscaling, on metrics that a script provides. */
@NullMarked
package com.nineminds.temporal.cluster.autoscaling;

import org.jspecify.annotations.NullMarked;
