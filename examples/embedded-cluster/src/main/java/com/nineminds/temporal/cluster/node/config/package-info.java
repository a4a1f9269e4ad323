/** What a pod's spec says about its containers' surroundings, worked out: variables, files, paths, ports. */
@NullMarked
package com.nineminds.temporal.cluster.node.config;

import org.jspecify.annotations.NullMarked;
