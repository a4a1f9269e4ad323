/** What the activities do: every one may be repeated at any point, and what it throws says whether repeating helps. */
@NullMarked
package com.nineminds.temporal.worker.tenant.activity;

import org.jspecify.annotations.NullMarked;
