/** JSON patch, merge patch and strategic merge patch. */
@NullMarked
package com.nineminds.temporal.cluster.patch;

import org.jspecify.annotations.NullMarked;
