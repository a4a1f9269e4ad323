/** What the server tells clients about itself: versions, groups, resources and OpenAPI. */
@NullMarked
package com.nineminds.temporal.cluster.discovery;

import org.jspecify.annotations.NullMarked;
