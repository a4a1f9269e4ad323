/** The {@code TemporalWorker} custom resource, {@code temporal.nineminds.com/v1alpha1}: records only, no behaviour beyond defaults. */
@NullMarked
package com.nineminds.temporal.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
