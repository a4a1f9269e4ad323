package com.nineminds.temporal.operator.decide;

import static com.nineminds.temporal.operator.decide.RolloutPhase.BAKING;
import static com.nineminds.temporal.operator.decide.RolloutPhase.FAILED;
import static com.nineminds.temporal.operator.decide.RolloutPhase.GATING;
import static com.nineminds.temporal.operator.decide.RolloutPhase.HOLDING;
import static com.nineminds.temporal.operator.decide.RolloutPhase.PAUSED;
import static com.nineminds.temporal.operator.decide.RolloutPhase.PROGRESSING;
import static com.nineminds.temporal.operator.decide.RolloutPhase.PROMOTED;
import static com.nineminds.temporal.operator.decide.RolloutPhase.ROLLED_BACK;
import static com.nineminds.temporal.operator.decide.RolloutPhase.ROLLING_BACK;
import static com.nineminds.temporal.operator.decide.RolloutPhase.SUPERSEDED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every legal move of a rollout: from, signal, and where it may lead. What is not here throws. */
public enum Transition {
    PROGRESSING_SUPERSEDED(PROGRESSING, Signal.TARGET_CHANGED, EnumSet.of(SUPERSEDED)),
    PROGRESSING_FATAL(PROGRESSING, Signal.FATAL, EnumSet.of(ROLLING_BACK, FAILED)),
    PROGRESSING_ABORTED(PROGRESSING, Signal.ABORT, EnumSet.of(ROLLING_BACK, FAILED)),
    PROGRESSING_LATE(PROGRESSING, Signal.DEADLINE, EnumSet.of(ROLLING_BACK, FAILED)),
    PROGRESSING_CUT_SHORT(PROGRESSING, Signal.PROMOTE, EnumSet.of(PROGRESSING)),
    PROGRESSING_PAUSED(PROGRESSING, Signal.PAUSE, EnumSet.of(PAUSED)),
    PROGRESSING_AVAILABLE(PROGRESSING, Signal.AVAILABLE, EnumSet.of(GATING)),

    GATING_SUPERSEDED(GATING, Signal.TARGET_CHANGED, EnumSet.of(SUPERSEDED)),
    GATING_FATAL(GATING, Signal.FATAL, EnumSet.of(ROLLING_BACK, FAILED)),
    GATING_ABORTED(GATING, Signal.ABORT, EnumSet.of(ROLLING_BACK, FAILED)),
    GATING_FAILED(GATING, Signal.GATE_FAILED, EnumSet.of(ROLLING_BACK, FAILED)),
    GATING_LATE(GATING, Signal.DEADLINE, EnumSet.of(ROLLING_BACK, FAILED)),
    GATING_CUT_SHORT(GATING, Signal.PROMOTE, EnumSet.of(PROGRESSING)),
    GATING_PAUSED(GATING, Signal.PAUSE, EnumSet.of(PAUSED)),
    GATING_LOST(GATING, Signal.LOST, EnumSet.of(PROGRESSING)),
    GATING_BLIND(GATING, Signal.NO_EVIDENCE, EnumSet.of(PAUSED)),
    GATING_PASSED(GATING, Signal.GATES_PASSED, EnumSet.of(HOLDING)),

    HOLDING_SUPERSEDED(HOLDING, Signal.TARGET_CHANGED, EnumSet.of(SUPERSEDED)),
    HOLDING_FATAL(HOLDING, Signal.FATAL, EnumSet.of(ROLLING_BACK, FAILED)),
    HOLDING_ABORTED(HOLDING, Signal.ABORT, EnumSet.of(ROLLING_BACK, FAILED)),
    HOLDING_LATE(HOLDING, Signal.DEADLINE, EnumSet.of(ROLLING_BACK, FAILED)),
    HOLDING_CUT_SHORT(HOLDING, Signal.PROMOTE, EnumSet.of(PROGRESSING)),
    HOLDING_PAUSED(HOLDING, Signal.PAUSE, EnumSet.of(PAUSED)),
    HOLDING_LOST(HOLDING, Signal.LOST, EnumSet.of(PROGRESSING)),
    /** To the next step, or to the bake after the last one. */
    HOLDING_DONE(HOLDING, Signal.HOLD_DONE, EnumSet.of(PROGRESSING, BAKING)),

    PAUSED_SUPERSEDED(PAUSED, Signal.TARGET_CHANGED, EnumSet.of(SUPERSEDED)),
    PAUSED_FATAL(PAUSED, Signal.FATAL, EnumSet.of(ROLLING_BACK, FAILED)),
    PAUSED_ABORTED(PAUSED, Signal.ABORT, EnumSet.of(ROLLING_BACK, FAILED)),
    PAUSED_FAILED(PAUSED, Signal.GATE_FAILED, EnumSet.of(ROLLING_BACK, FAILED)),
    PAUSED_CUT_SHORT(PAUSED, Signal.PROMOTE, EnumSet.of(PROGRESSING)),
    /** Without evidence the pods are all there is to go by. */
    PAUSED_LOST(PAUSED, Signal.LOST, EnumSet.of(PROGRESSING)),
    PAUSED_RESUMED(PAUSED, Signal.RESUME, EnumSet.of(PROGRESSING, GATING, HOLDING, BAKING)),

    BAKING_SUPERSEDED(BAKING, Signal.TARGET_CHANGED, EnumSet.of(SUPERSEDED)),
    BAKING_FATAL(BAKING, Signal.FATAL, EnumSet.of(ROLLING_BACK, FAILED)),
    BAKING_ABORTED(BAKING, Signal.ABORT, EnumSet.of(ROLLING_BACK, FAILED)),
    BAKING_CUT_SHORT(BAKING, Signal.PROMOTE, EnumSet.of(PROMOTED)),
    BAKING_PAUSED(BAKING, Signal.PAUSE, EnumSet.of(PAUSED)),
    BAKING_LOST(BAKING, Signal.LOST, EnumSet.of(PROGRESSING)),
    BAKING_DONE(BAKING, Signal.BAKE_DONE, EnumSet.of(PROMOTED)),

    ROLLING_BACK_SUPERSEDED(ROLLING_BACK, Signal.TARGET_CHANGED, EnumSet.of(ROLLED_BACK)),
    ROLLING_BACK_RESTORED(ROLLING_BACK, Signal.RESTORED, EnumSet.of(ROLLED_BACK)),
    /** The stable revision does not come back: more waiting changes nothing. */
    ROLLING_BACK_LATE(ROLLING_BACK, Signal.DEADLINE, EnumSet.of(ROLLED_BACK));

    private static final Map<RolloutPhase, Set<Signal>> LEGAL = Arrays.stream(values())
            .collect(Collectors.groupingBy(
                    Transition::from, Collectors.mapping(Transition::signal, Collectors.toSet())));

    private final RolloutPhase from;
    private final Signal signal;
    private final Set<RolloutPhase> to;

    Transition(RolloutPhase from, Signal signal, Set<RolloutPhase> to) {
        this.from = from;
        this.signal = signal;
        this.to = to;
    }

    /** @throws IllegalStateException if no transition leads from {@code from} by {@code signal} to {@code to} */
    public static Transition of(RolloutPhase from, Signal signal, RolloutPhase to) {
        return Arrays.stream(values())
                .filter(each -> each.from == from && each.signal == signal && each.to.contains(to))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no transition from " + from + " by " + signal + " to " + to));
    }

    public static boolean legal(RolloutPhase from, Signal signal) {
        return LEGAL.getOrDefault(from, Set.of()).contains(signal);
    }

    public RolloutPhase from() {
        return from;
    }

    public Signal signal() {
        return signal;
    }

    public Set<RolloutPhase> to() {
        return to;
    }
}
