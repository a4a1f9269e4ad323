/** What custom resources do beyond being stored: pruning, defaulting, validation and CEL rules. */
@NullMarked
package com.nineminds.temporal.cluster.custom;

import org.jspecify.annotations.NullMarked;
