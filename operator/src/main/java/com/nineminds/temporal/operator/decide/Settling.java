package com.nineminds.temporal.operator.decide;

import java.time.Duration;

/** Brings what a rollout remembers up to date before a signal is read: clocks, high-water mark, baseline, kept gate results. */
final class Settling {
    /** A deadline is decided on when it passes; found passed for longer, nobody was there to see what happened before. */
    private static final Duration UNWATCHED = Duration.ofMinutes(1);

    private Settling() {}

    static Rollout settle(Situation at) {
        Rollout rollout = at.rollout().withCapacity(capacity(at));
        rollout = rollout.withHighWater(highWater(at.with(at.target().with(rollout))));
        rollout = rollout.with(at.with(at.target().with(rollout)).evidence().baseline());
        rollout = rollout.with(clocks(at.with(at.target().with(rollout))));
        return at.standingAt() == RolloutPhase.GATING ? keepPassed(at, rollout) : rollout;
    }

    /**
     * A baking target has all the work, so its autoscaler decides how many pods the worker has. Before that the stable revision may have
     * grown; the target must not take over without making up for the growth, too.
     */
    private static int capacity(Situation at) {
        Scale scale = at.policy().scale();
        int known = at.rollout().capacity();
        if (!scale.autoscaled()) {
            return known;
        }
        if (at.standingAt() == RolloutPhase.BAKING) {
            int desired = at.fleet().desired();
            return desired >= scale.min() ? scale.clamp(desired) : known;
        }
        return takesOver(at) ? Math.max(known, scale.clamp(at.stableFleet().desired())) : known;
    }

    private static boolean takesOver(Situation at) {
        boolean serves = at.standingAt().servesTarget();
        return serves && (at.takenOver() > 0 || at.standingAt() == RolloutPhase.HOLDING);
    }

    /** Never above what is wanted, so that scaling down and up again is no loss. */
    private static int highWater(Situation at) {
        int most = Math.max(at.rollout().highWater(), at.fleet().stable());
        return Math.min(most, at.wanted());
    }

    private static Clocks clocks(Situation at) {
        Clocks clocks = at.rollout().clocks();
        RolloutPhase phase = at.rollout().phase();
        boolean held = phase == RolloutPhase.HOLDING || phase == RolloutPhase.BAKING;
        boolean waits = phase != RolloutPhase.ROLLING_BACK && at.blocker().isPresent();
        return new Clocks(
                watched(clocks.progress(), at).run(at.deadlineRuns() && !waits, at.now()),
                clocks.hold().run(held, at.now()),
                clocks.paused().run(phase == RolloutPhase.PAUSED, at.now()));
    }

    /** Time during which the operator was away, the spec was invalid or the clock jumped is not held against the target. */
    private static Stopwatch watched(Stopwatch progress, Situation at) {
        boolean missed = progress.reached(at.policy().deadline().plus(UNWATCHED), at.now());
        return missed ? Stopwatch.ZERO : progress;
    }

    private static Rollout keepPassed(Situation at, Rollout rollout) {
        Rollout kept = rollout;
        for (GatePolicy gate : at.gates()) {
            boolean approved = at.approval().isPresent();
            boolean passed = at.reading(gate)
                    .filter(reading -> reading.verdict() == GateVerdict.PASSED)
                    .isPresent();
            if (rollout.result(gate.name()).isEmpty() && (passed || approved)) {
                String message =
                        passed ? at.reading(gate).map(GateReading::message).orElse("") : "approved by annotation";
                kept = kept.keep(new GateResult(gate.name(), rollout.step(), GateVerdict.PASSED, message, at.now()));
            }
        }
        return kept;
    }
}
