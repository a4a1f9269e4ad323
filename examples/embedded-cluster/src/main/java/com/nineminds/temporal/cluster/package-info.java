/** The facade of the embedded cluster. */
@NullMarked
package com.nineminds.temporal.cluster;

import org.jspecify.annotations.NullMarked;
