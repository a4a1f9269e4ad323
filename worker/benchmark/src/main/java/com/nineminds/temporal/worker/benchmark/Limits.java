package com.nineminds.temporal.worker.benchmark;

/**
 * How much a worker takes on; the same for both kinds.
 *
 * @param slots for activities, and as many for workflow tasks
 * @param pollers for activities, and as many for workflow tasks
 * @param cache workflows kept in memory
 */
record Limits(int slots, int pollers, int cache) {}
