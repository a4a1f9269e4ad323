/** PostgreSQL: the product's rows and the worker's own, and failures by what can be done about them. */
@NullMarked
package com.nineminds.temporal.worker.tenant.database;

import org.jspecify.annotations.NullMarked;
