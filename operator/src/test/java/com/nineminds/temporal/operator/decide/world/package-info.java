/** A small simulated cluster with one worker, in whole seconds, for stories and random walks of the decider. */
@NullMarked
package com.nineminds.temporal.operator.decide.world;

import org.jspecify.annotations.NullMarked;
