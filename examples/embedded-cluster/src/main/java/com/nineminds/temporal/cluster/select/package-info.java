/** Label and field selectors. */
@NullMarked
package com.nineminds.temporal.cluster.select;

import org.jspecify.annotations.NullMarked;
