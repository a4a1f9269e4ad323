package com.nineminds.temporal.operator.decide;

/**
 * Something that happened once and is told once.
 *
 * @param key makes the event unique for the worker: rollout id, step or token
 */
public record Notice(Reason reason, String message, String key) {}
