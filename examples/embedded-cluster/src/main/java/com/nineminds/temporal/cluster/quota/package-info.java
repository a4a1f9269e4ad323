/** ResourceQuotas on the number of pods. */
@NullMarked
package com.nineminds.temporal.cluster.quota;

import org.jspecify.annotations.NullMarked;
