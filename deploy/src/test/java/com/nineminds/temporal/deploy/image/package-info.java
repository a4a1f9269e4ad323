/** Tests of the training run with images that are made here. */
@NullMarked
package com.nineminds.temporal.deploy.image;

import org.jspecify.annotations.NullMarked;
