/**
 * What goes over the wire: names of workflows, activities, signals and queries, and the JSON they carry. Every name and every existing
 * field is a contract with callers that were written against the original worker; fields may be added, never renamed or made required.
 */
@NullMarked
package com.nineminds.temporal.worker.tenant.wire;

import org.jspecify.annotations.NullMarked;
