/** The welcome e-mail and the ways to send it. */
@NullMarked
package com.nineminds.temporal.worker.tenant.email;

import org.jspecify.annotations.NullMarked;
