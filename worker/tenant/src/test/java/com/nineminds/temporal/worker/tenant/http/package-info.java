@NullMarked
package com.nineminds.temporal.worker.tenant.http;

import org.jspecify.annotations.NullMarked;
