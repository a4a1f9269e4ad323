/** Objects as tables, the form in which kubectl shows them. */
@NullMarked
package com.nineminds.temporal.cluster.table;

import org.jspecify.annotations.NullMarked;
