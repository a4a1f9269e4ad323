/** What follows a deletion: dependents of the deleted object, contents of a namespace, instances of a definition. */
@NullMarked
package com.nineminds.temporal.cluster.gc;

import org.jspecify.annotations.NullMarked;
