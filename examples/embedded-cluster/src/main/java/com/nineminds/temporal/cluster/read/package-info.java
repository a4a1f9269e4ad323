/** Lists and watches: selection, pages, resource versions, streams. */
@NullMarked
package com.nineminds.temporal.cluster.read;

import org.jspecify.annotations.NullMarked;
