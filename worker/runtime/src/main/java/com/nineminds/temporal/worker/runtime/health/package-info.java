/** The HTTP endpoints that the kubelet probes. */
@NullMarked
package com.nineminds.temporal.worker.runtime.health;

import org.jspecify.annotations.NullMarked;
