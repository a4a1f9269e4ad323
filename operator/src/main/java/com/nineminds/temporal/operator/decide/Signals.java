package com.nineminds.temporal.operator.decide;

import com.nineminds.temporal.api.v1alpha1.NoData;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Reads the one signal that moves a rollout now: the first in order of precedence that is legal in its phase and holds. */
final class Signals {
    private Signals() {}

    static Optional<Signal> read(Situation at) {
        return Arrays.stream(Signal.values())
                .filter(signal -> Transition.legal(at.rollout().phase(), signal))
                .filter(signal -> holds(signal, at))
                .findFirst();
    }

    private static boolean holds(Signal signal, Situation at) {
        return switch (signal) {
            case TARGET_CHANGED -> false; // seen by the decider, which knows both revisions
            case FATAL -> at.evidence().against().isPresent();
            case ABORT -> at.verb(Verb.Kind.ABORT).isPresent();
            case GATE_FAILED -> at.deciding(GateVerdict.FAILED).isPresent();
            case DEADLINE -> late(at);
            case PROMOTE -> at.verb(Verb.Kind.PROMOTE).isPresent();
            case PAUSE -> at.policy().paused();
            case NO_EVIDENCE -> at.deciding(GateVerdict.INCONCLUSIVE).isPresent();
            case GATES_PASSED -> at.gatesPassed();
            case HOLD_DONE -> held(at, at.step().hold()) && at.covered();
            case BAKE_DONE -> held(at, at.bake());
            case AVAILABLE -> at.covered();
            case LOST -> lost(at);
            case RESTORED -> restored(at);
            case RESUME -> resumes(at);
        };
    }

    /** Nothing is left behind while there is evidence that is not decided on yet. */
    private static boolean held(Situation at, Duration time) {
        return at.rollout().clocks().hold().reached(time, at.now())
                && at.evidence().inSuspense().isEmpty();
    }

    private static boolean late(Situation at) {
        Stopwatch progress = at.rollout().clocks().progress();
        return progress.runningSince().isPresent()
                && progress.reached(at.policy().deadline(), at.now());
    }

    /** Compared with the most that was seen, so that a scaling event is no loss. */
    private static boolean lost(Situation at) {
        boolean heldByPerson =
                at.rollout().phase() == RolloutPhase.PAUSED && !at.rollout().blind();
        return !heldByPerson
                && at.fleet().stable() < Math.min(at.wanted(), at.rollout().highWater());
    }

    private static boolean restored(Situation at) {
        return at.fleet().total() == 0 && at.stableFleet().available() >= at.capacity();
    }

    private static boolean resumes(Situation at) {
        return at.rollout().blind() ? sees(at) : !at.policy().paused();
    }

    /** Not as soon as a gate says nothing: after a restart of the operator every gate does. */
    private static boolean sees(Situation at) {
        boolean blind = at.deciding(GateVerdict.INCONCLUSIVE).isPresent();
        boolean word = at.gates().stream()
                .flatMap(gate -> at.reading(gate).stream())
                .anyMatch(reading -> reading.verdict() == GateVerdict.PASSED);
        return !blind && (word || at.ahead().allMatch(gate -> gate.noData() == NoData.Ignore));
    }
}
