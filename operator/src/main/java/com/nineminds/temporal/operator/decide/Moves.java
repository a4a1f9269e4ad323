package com.nineminds.temporal.operator.decide;

import java.time.Instant;
import java.util.List;

/** What a signal does to a rollout. One method per signal family; {@link Transition} checks that every move is legal. */
final class Moves {
    /** The revision after the move, and what there is to tell about it. */
    record Move(RevisionState target, List<Notice> notices) {}

    private Moves() {}

    static Move make(Situation at, Signal signal) {
        return switch (signal) {
            case FATAL -> reject(at, signal, at.evidence().against().orElseThrow());
            case ABORT -> abort(at, signal);
            case GATE_FAILED -> reject(at, signal, gateFailure(at));
            case DEADLINE -> late(at, signal);
            case PROMOTE -> promoteNow(at, signal);
            case PAUSE ->
                pause(at, signal, Failure.of(Reason.Paused, at.target().hash()));
            case NO_EVIDENCE -> pause(at, signal, blindness(at));
            case RESUME -> resume(at, signal);
            case LOST -> lose(at, signal);
            case AVAILABLE ->
                enter(
                        at,
                        signal,
                        at.rollout(),
                        RolloutPhase.GATING,
                        Failure.of(
                                Reason.WaitingForGates, number(at), at.target().hash()));
            case GATES_PASSED ->
                enter(
                        at,
                        signal,
                        holdAnew(at),
                        RolloutPhase.HOLDING,
                        Failure.of(
                                Reason.StepHolding,
                                number(at),
                                at.target().hash(),
                                at.step().share()));
            case HOLD_DONE -> holdDone(at, signal);
            case BAKE_DONE -> promoted(at, signal, at.target());
            case RESTORED -> restored(at, signal);
            case TARGET_CHANGED -> throw new IllegalStateException("the decider withdraws rollouts, not their moves");
        };
    }

    private static Move reject(Situation at, Signal signal, Failure why) {
        String hash = at.target().hash();
        RolloutPhase next = at.stable().isPresent() ? RolloutPhase.ROLLING_BACK : RolloutPhase.FAILED;
        Failure told = at.stable()
                .map(stable -> Failure.of(Reason.RollingBack, hash, why.reason().name(), stable.hash(), why.message()))
                .orElseGet(() -> Failure.of(
                        Reason.InitialRolloutFailed, hash, why.reason().name(), why.message()));
        Rollout anew = at.rollout().with(at.rollout().clocks().nextStep());
        Move move = enter(at, signal, anew, next, told);
        return new Move(move.target().rejected(why, at.now()), move.notices());
    }

    private static Move late(Situation at, Signal signal) {
        if (at.rollout().phase() != RolloutPhase.ROLLING_BACK) {
            return reject(at, signal, at.evidence().inSuspense().orElseGet(() -> lateness(at)));
        }
        String stable = at.stable().map(RevisionState::hash).orElse("none");
        Failure told =
                Failure.of(Reason.ServingUnhealthy, stable, at.stableFleet().available(), at.capacity());
        return enter(at, signal, at.rollout(), RolloutPhase.ROLLED_BACK, told);
    }

    private static Move abort(Situation at, Signal signal) {
        Move move = reject(at, signal, Failure.of(Reason.Aborted, at.target().hash()));
        return new Move(move.target().consume(at.verb(Verb.Kind.ABORT).orElseThrow()), move.notices());
    }

    private static Move promoteNow(Situation at, Signal signal) {
        RevisionState asked = at.target().consume(at.verb(Verb.Kind.PROMOTE).orElseThrow());
        Failure told = Failure.of(Reason.PromotionRequested, at.target().hash());
        if (at.rollout().phase() == RolloutPhase.BAKING) {
            return promoted(at.with(asked), signal, asked);
        }
        return enter(at.with(asked), signal, at.rollout().atStep(0, Route.CUT), RolloutPhase.PROGRESSING, told);
    }

    private static Move pause(Situation at, Signal signal, Failure why) {
        RolloutPhase standing = at.rollout().phase();
        Move move = enter(at, signal, at.rollout(), RolloutPhase.PAUSED, why);
        Rollout paused = move.target().rollout().orElseThrow().with(new Pause(standing, why));
        return new Move(move.target().with(paused), move.notices());
    }

    private static Move resume(Situation at, Signal signal) {
        return enter(
                at,
                signal,
                at.rollout(),
                at.standingAt(),
                Failure.of(Reason.Resumed, at.target().hash()));
    }

    private static Move lose(Situation at, Signal signal) {
        Failure told = Failure.of(Reason.PodsLost, number(at), at.target().hash());
        return enter(at, signal, holdAnew(at), RolloutPhase.PROGRESSING, told);
    }

    private static Move holdDone(Situation at, Signal signal) {
        String hash = at.target().hash();
        if (at.lastStep()) {
            return enter(at, signal, holdAnew(at), RolloutPhase.BAKING, Failure.of(Reason.Baking, hash));
        }
        Rollout next = at.rollout().atStep(at.stepIndex() + 1, at.rollout().route());
        int pods = at.steps().get(next.step()).pods(at.capacity());
        Failure told = Failure.of(Reason.WaitingForPods, next.step() + 1, hash, pods);
        return enter(at, signal, next, RolloutPhase.PROGRESSING, told);
    }

    private static Move promoted(Situation at, Signal signal, RevisionState target) {
        Move move = enter(
                at.with(target),
                signal,
                at.rollout(),
                RolloutPhase.PROMOTED,
                Failure.of(Reason.Promoted, target.hash()));
        return new Move(move.target().promoted(afterStable(at)), move.notices());
    }

    /** The latest promotion is the stable revision, even where the clock went backwards since the one before. */
    private static Instant afterStable(Situation at) {
        return at.stable()
                .flatMap(RevisionState::decidedAt)
                .filter(decided -> !at.now().isAfter(decided))
                .map(decided -> decided.plusMillis(1))
                .orElse(at.now());
    }

    private static Move restored(Situation at, Signal signal) {
        String cause = at.target().cause().map(why -> why.reason().name()).orElse("unknown");
        String stable = at.stable().map(RevisionState::hash).orElse("none");
        return enter(
                at,
                signal,
                at.rollout(),
                RolloutPhase.ROLLED_BACK,
                Failure.of(Reason.RolledBack, at.target().hash(), cause, stable));
    }

    private static Move enter(Situation at, Signal signal, Rollout rollout, RolloutPhase next, Failure told) {
        Transition.of(at.rollout().phase(), signal, next);
        Rollout entered = rollout.enter(next, at.now());
        String key = entered.id() + "/" + (entered.step() + 1) + "/" + next + "/"
                + at.now().toEpochMilli();
        return new Move(at.target().with(entered), List.of(new Notice(told.reason(), told.message(), key)));
    }

    private static Rollout holdAnew(Situation at) {
        return at.rollout().with(at.rollout().clocks().holdAnew());
    }

    private static Failure gateFailure(Situation at) {
        String evidence =
                at.deciding(GateVerdict.FAILED).map(GateReading::message).orElse("");
        return Failure.of(Reason.NoPollers, at.target().hash(), evidence);
    }

    private static Failure blindness(Situation at) {
        GateReading reading = at.deciding(GateVerdict.INCONCLUSIVE).orElseThrow();
        return Failure.of(Reason.GateInconclusive, reading.gate(), number(at), reading.message());
    }

    private static Failure lateness(Situation at) {
        return Failure.of(
                Reason.ProgressDeadlineExceeded,
                at.target().hash(),
                at.fleet().stable(),
                at.wanted(),
                at.policy().deadline().toSeconds() + "s");
    }

    private static int number(Situation at) {
        return at.stepIndex() + 1;
    }
}
