@NullMarked
package com.nineminds.temporal.worker.tenant.password;

import org.jspecify.annotations.NullMarked;
