/** Tests of what counts as polling. */
@NullMarked
package com.nineminds.temporal.worker.runtime.polling;

import org.jspecify.annotations.NullMarked;
