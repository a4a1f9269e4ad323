/**
 * The pure core: from what is recorded, observed and asked for to what the world should look like. No I/O, no clock, no log, no client;
 * time is a parameter.
 */
@NullMarked
package com.nineminds.temporal.operator.decide;

import org.jspecify.annotations.NullMarked;
