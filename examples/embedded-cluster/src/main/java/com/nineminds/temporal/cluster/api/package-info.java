/** The HTTP server: routing, reading, writing, watching. */
@NullMarked
package com.nineminds.temporal.cluster.api;

import org.jspecify.annotations.NullMarked;
