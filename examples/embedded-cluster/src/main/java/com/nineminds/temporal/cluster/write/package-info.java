/** The path of every write: isolate, default, admit, validate, store. */
@NullMarked
package com.nineminds.temporal.cluster.write;

import org.jspecify.annotations.NullMarked;
