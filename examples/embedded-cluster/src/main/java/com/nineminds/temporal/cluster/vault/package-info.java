/**
 * Plays the Vault agent injector and the agent that it injects, with secrets from a local file. What a pod of the real ones would
 * find in {@code /vault/secrets} it finds here; nobody logs in, no policy is asked, nothing is leased.
 */
@NullMarked
package com.nineminds.temporal.cluster.vault;

import org.jspecify.annotations.NullMarked;
