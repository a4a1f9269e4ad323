/** A proxy that stands between one operator and its API server, embedded or real: counts what passes, and spoils it on demand. */
package com.nineminds.temporal.operator.loop.wire;
