/** What Kubernetes' own kinds do beyond their schema: defaults, validation and what may not change. */
@NullMarked
package com.nineminds.temporal.cluster.builtin;

import org.jspecify.annotations.NullMarked;
