/** Password hashes that the application can verify, and temporary passwords that are written down nowhere. */
@NullMarked
package com.nineminds.temporal.worker.tenant.password;

import org.jspecify.annotations.NullMarked;
