package com.nineminds.temporal.operator.decide;

/** Brings what a rollout remembers up to date before a signal is read: clocks, high-water mark, kept gate results. */
final class Settling {
    private Settling() {}

    static Rollout settle(Situation at) {
        Rollout rollout = at.rollout();
        rollout = rollout.with(clocks(at));
        rollout = rollout.withHighWater(Math.max(rollout.highWater(), at.fleet().stable()));
        return rollout.phase() == RolloutPhase.GATING || rollout.phase() == RolloutPhase.PAUSED
                ? keepPassed(at, rollout)
                : rollout;
    }

    private static Clocks clocks(Situation at) {
        Clocks clocks = at.rollout().clocks();
        RolloutPhase phase = at.rollout().phase();
        boolean held = phase == RolloutPhase.HOLDING || phase == RolloutPhase.BAKING;
        return new Clocks(
                clocks.progress().run(phase.deadlineRuns() && at.blocker().isEmpty(), at.now()),
                clocks.hold().run(held, at.now()),
                clocks.paused().run(phase == RolloutPhase.PAUSED, at.now()));
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
