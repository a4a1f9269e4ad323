/** Errors as the Kubernetes API reports them: a status code, a reason and causes by field. */
@NullMarked
package com.nineminds.temporal.cluster.error;

import org.jspecify.annotations.NullMarked;
