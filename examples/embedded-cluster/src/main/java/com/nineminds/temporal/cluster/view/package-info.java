/** How stored objects are shown to clients: in which version, whole, as a table, or their metadata alone. */
@NullMarked
package com.nineminds.temporal.cluster.view;

import org.jspecify.annotations.NullMarked;
