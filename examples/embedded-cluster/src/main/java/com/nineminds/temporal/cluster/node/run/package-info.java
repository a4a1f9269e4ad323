/** Running containers: processes, Java programs, their output, probes and back-off. */
@NullMarked
package com.nineminds.temporal.cluster.node.run;

import org.jspecify.annotations.NullMarked;
