/** The reconcile loop against an API server: embedded, or the real one that TEST_KUBECONFIG names. */
package com.nineminds.temporal.operator.loop;
