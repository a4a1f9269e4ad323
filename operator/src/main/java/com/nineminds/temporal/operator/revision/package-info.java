/** What makes a revision: its canonical inputs, their hash, and what is recorded of it for ever. Pure. */
@NullMarked
package com.nineminds.temporal.operator.revision;

import org.jspecify.annotations.NullMarked;
