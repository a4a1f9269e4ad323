/** The seam for plug-ins that change or refuse a request before it is stored. */
@NullMarked
package com.nineminds.temporal.cluster.admission;

import org.jspecify.annotations.NullMarked;
