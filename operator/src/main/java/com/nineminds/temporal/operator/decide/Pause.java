package com.nineminds.temporal.operator.decide;

/** Where a paused rollout goes on, and why it stands: {@link Reason#Paused} or {@link Reason#GateInconclusive}. */
public record Pause(RolloutPhase resumeAt, Failure why) {}
