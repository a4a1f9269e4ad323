/** What is applied and what is expected of it; watches that time and count what happens. */
@NullMarked
package com.nineminds.temporal.rehearsal.story;

import org.jspecify.annotations.NullMarked;
