/** What is shipped to install the operator: the Helm chart, and what it renders. */
package com.nineminds.temporal.deploy;
