/** What the operator says: the status, its conditions and their texts. Pure; events, which are I/O, are in {@code events}. */
@NullMarked
package com.nineminds.temporal.operator.report;

import org.jspecify.annotations.NullMarked;
