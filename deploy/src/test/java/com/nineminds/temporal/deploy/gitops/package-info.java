/** What GitOps tools make of a worker, by the files that are shipped for them. */
package com.nineminds.temporal.deploy.gitops;
