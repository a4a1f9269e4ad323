@NullMarked
package com.nineminds.temporal.worker.runtime.replay;

import org.jspecify.annotations.NullMarked;
