@NullMarked
package com.nineminds.temporal.worker.tenant.email;

import org.jspecify.annotations.NullMarked;
