/** Reading and building JSON trees, the form in which every object of the cluster is kept. */
@NullMarked
package com.nineminds.temporal.cluster.json;

import org.jspecify.annotations.NullMarked;
