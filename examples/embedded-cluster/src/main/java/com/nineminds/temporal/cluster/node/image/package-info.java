/** What a node runs for an image: a local command or a Java program, and how a pull can fail. */
@NullMarked
package com.nineminds.temporal.cluster.node.image;

import org.jspecify.annotations.NullMarked;
