@NullMarked
package com.nineminds.temporal.worker.tenant.database;

import org.jspecify.annotations.NullMarked;
