/** Makes the world look as decided: server-side apply of what differs, replicas through the scale subresource, deletion. Decides nothing. */
@NullMarked
package com.nineminds.temporal.operator.apply;

import org.jspecify.annotations.NullMarked;
