/** The HTTP endpoint of the operator process: probes for the kubelet, metrics for Prometheus. */
@NullMarked
package com.nineminds.temporal.operator.management;

import org.jspecify.annotations.NullMarked;
