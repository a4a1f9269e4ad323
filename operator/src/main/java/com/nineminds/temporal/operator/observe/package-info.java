/** Reads caches into records: what is recorded, what runs, what the spec asks for. Never writes. */
@NullMarked
package com.nineminds.temporal.operator.observe;

import org.jspecify.annotations.NullMarked;
