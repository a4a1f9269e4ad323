/** Tests of reading a worker's configuration. */
@NullMarked
package com.nineminds.temporal.worker.runtime.config;

import org.jspecify.annotations.NullMarked;
