/** Renders the children of a worker as the API server would write them: pure functions from records to Kubernetes objects. */
@NullMarked
package com.nineminds.temporal.operator.resources;

import org.jspecify.annotations.NullMarked;
