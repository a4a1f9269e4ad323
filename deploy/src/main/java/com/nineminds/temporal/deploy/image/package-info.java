/** What is done to an image after Jib has made it: the training run for the cache of what its JVM loads at start. */
@NullMarked
package com.nineminds.temporal.deploy.image;

import org.jspecify.annotations.NullMarked;
