/** The validation rules of CustomResourceDefinitions, written in the Common Expression Language. */
@NullMarked
package com.nineminds.temporal.cluster.cel;

import org.jspecify.annotations.NullMarked;
