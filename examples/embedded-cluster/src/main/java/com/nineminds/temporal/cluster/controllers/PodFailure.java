package com.nineminds.temporal.cluster.controllers;

/**
 * The API server refused a pod.
 *
 * @param reason {@code FailedCreate} or {@code FailedDelete}
 * @param message of the API server
 */
record PodFailure(String reason, String message) {}
