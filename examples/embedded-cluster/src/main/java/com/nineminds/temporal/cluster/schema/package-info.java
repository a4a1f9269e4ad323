/** OpenAPI schemas: of Kubernetes' own kinds, and the structural ones of custom resources. */
@NullMarked
package com.nineminds.temporal.cluster.schema;

import org.jspecify.annotations.NullMarked;
