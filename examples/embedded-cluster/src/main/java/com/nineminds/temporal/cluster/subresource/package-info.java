/** What can be done with an object besides changing it: scaling, evicting, binding, finalizing. */
@NullMarked
package com.nineminds.temporal.cluster.subresource;

import org.jspecify.annotations.NullMarked;
