/** Tests of the election on an embedded API server. */
package com.nineminds.temporal.operator.leader;
