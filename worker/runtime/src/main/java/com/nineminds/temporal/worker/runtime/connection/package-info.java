/** How Temporal is reached: protected, known by a certificate or a key, and, where it cannot be, with the reason. */
@NullMarked
package com.nineminds.temporal.worker.runtime.connection;

import org.jspecify.annotations.NullMarked;
