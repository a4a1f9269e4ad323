/** The chart installed on a real node, and what a platform team does with it afterwards. */
package com.nineminds.temporal.deploy.install;
