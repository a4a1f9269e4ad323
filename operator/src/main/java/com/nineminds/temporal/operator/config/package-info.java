/** The operator's own settings: every environment variable with its default, its range and what it is for. */
@NullMarked
package com.nineminds.temporal.operator.config;

import org.jspecify.annotations.NullMarked;
