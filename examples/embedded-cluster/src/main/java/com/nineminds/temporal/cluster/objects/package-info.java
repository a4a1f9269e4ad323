/** What controllers and nodes share: readings of pods and conditions, the API's time format, the event recorder. */
@NullMarked
package com.nineminds.temporal.cluster.objects;

import org.jspecify.annotations.NullMarked;
