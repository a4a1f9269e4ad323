/** Generates the CustomResourceDefinition and its reference from the records, and proves what an API server makes of them. */
@NullMarked
package com.nineminds.temporal.api.definition;

import org.jspecify.annotations.NullMarked;
