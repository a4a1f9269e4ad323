/** What the server knows about a kind: its names, scope, subresources and schema, built in or from a CustomResourceDefinition. */
@NullMarked
package com.nineminds.temporal.cluster.kind;

import org.jspecify.annotations.NullMarked;
