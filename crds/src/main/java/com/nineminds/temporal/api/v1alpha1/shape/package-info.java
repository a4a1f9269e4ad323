/** Kubernetes types as the CustomResourceDefinition shows them: bounded and described, for schema generation only. */
@NullMarked
package com.nineminds.temporal.api.v1alpha1.shape;

import org.jspecify.annotations.NullMarked;
