package com.nineminds.temporal.worker.runtime.sample;

/**
 * What a {@link GreetingWorkflow} is asked for.
 *
 * @param name who is greeted
 * @param rounds how often; each round is one pause and one greeting
 * @param pauseMillis length of the pause, a timer of the workflow
 * @param workMillis how long composing one greeting takes the activity
 */
public record GreetingRequest(String name, int rounds, long pauseMillis, long workMillis) {}
