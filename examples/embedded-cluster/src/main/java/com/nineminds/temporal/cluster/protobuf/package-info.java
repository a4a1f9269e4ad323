/** Reads request bodies in Kubernetes' protobuf form, in which kubectl sends the objects that it makes itself. Answers are JSON. */
@NullMarked
package com.nineminds.temporal.cluster.protobuf;

import org.jspecify.annotations.NullMarked;
