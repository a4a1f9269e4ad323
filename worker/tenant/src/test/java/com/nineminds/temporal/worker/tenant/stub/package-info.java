@NullMarked
package com.nineminds.temporal.worker.tenant.stub;

import org.jspecify.annotations.NullMarked;
