/** What is done to an image after Jib has made it: the training run for its ahead-of-time cache. */
@NullMarked
package com.nineminds.temporal.deploy.image;

import org.jspecify.annotations.NullMarked;
