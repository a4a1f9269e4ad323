package com.nineminds.temporal.operator.decide;

import java.time.Instant;

/** A gate's word that is kept: a passed gate is not measured again in its step. {@code step} counts from 0. */
public record GateResult(String name, int step, GateVerdict verdict, String message, Instant since) {}
