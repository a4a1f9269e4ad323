package com.nineminds.temporal.cluster.vault;

/**
 * A file that the agent writes.
 *
 * @param destination its path in the container
 * @param contents the template
 * @param permissions octal, empty for the agent's default
 * @param errorOnMissingKey whether a key that the secret lacks stops the agent
 */
record SecretFile(String destination, String contents, String permissions, boolean errorOnMissingKey) {}
