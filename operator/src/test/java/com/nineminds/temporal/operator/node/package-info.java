/** Rollouts of a real worker image on a real kubelet, polling a real Temporal server. */
package com.nineminds.temporal.operator.node;
