package com.nineminds.temporal.operator.decide;

/**
 * The latest word of a gate, valid for one step of one rollout only.
 *
 * @param step from 0
 * @param message the evidence in words, the same as long as the evidence is the same
 */
public record GateReading(String rolloutId, int step, String gate, GateVerdict verdict, String message) {}
