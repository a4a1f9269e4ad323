/** What the Helm chart holds and renders. */
package com.nineminds.temporal.deploy;
