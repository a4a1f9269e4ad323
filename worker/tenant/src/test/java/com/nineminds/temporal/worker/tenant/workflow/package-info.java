@NullMarked
package com.nineminds.temporal.worker.tenant.workflow;

import org.jspecify.annotations.NullMarked;
