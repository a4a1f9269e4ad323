/** What the pods and Deployments of a revision prove: fatal evidence, waits that are not its fault, stable availability. Pure. */
@NullMarked
package com.nineminds.temporal.operator.health;

import org.jspecify.annotations.NullMarked;
