/** A worker's settings from the environment and a mounted directory, checked as a whole before anything starts. */
@NullMarked
package com.nineminds.temporal.worker.runtime.config;

import org.jspecify.annotations.NullMarked;
