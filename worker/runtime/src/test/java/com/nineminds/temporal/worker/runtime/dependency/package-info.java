@NullMarked
package com.nineminds.temporal.worker.runtime.dependency;

import org.jspecify.annotations.NullMarked;
