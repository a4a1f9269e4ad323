@NullMarked
package com.nineminds.temporal.worker.tenant.config;

import org.jspecify.annotations.NullMarked;
