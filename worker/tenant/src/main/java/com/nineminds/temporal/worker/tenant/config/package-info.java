/** The worker's settings, all of them checked before anything starts. */
@NullMarked
package com.nineminds.temporal.worker.tenant.config;

import org.jspecify.annotations.NullMarked;
