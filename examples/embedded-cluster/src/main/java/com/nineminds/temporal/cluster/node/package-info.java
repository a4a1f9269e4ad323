/** The nodes of the embedded cluster: simulated ones without processes, and one that runs containers as local processes. */
@NullMarked
package com.nineminds.temporal.cluster.node;

import org.jspecify.annotations.NullMarked;
