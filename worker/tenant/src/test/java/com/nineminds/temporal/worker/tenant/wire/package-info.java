@NullMarked
package com.nineminds.temporal.worker.tenant.wire;

import org.jspecify.annotations.NullMarked;
