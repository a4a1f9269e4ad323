@NullMarked
package com.nineminds.temporal.worker.runtime.registration;

import org.jspecify.annotations.NullMarked;
