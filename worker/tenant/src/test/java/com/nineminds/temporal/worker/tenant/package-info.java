@NullMarked
package com.nineminds.temporal.worker.tenant;

import org.jspecify.annotations.NullMarked;
