/** What a worker runs, as data: it can be registered, listed and replayed. */
@NullMarked
package com.nineminds.temporal.worker.runtime.registration;

import org.jspecify.annotations.NullMarked;
