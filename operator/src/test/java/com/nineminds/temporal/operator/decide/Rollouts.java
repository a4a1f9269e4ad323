package com.nineminds.temporal.operator.decide;

import com.nineminds.temporal.operator.decide.world.World;
import java.util.Optional;

/** Reads where the rollout of a world's target stands, and waits for it to stand somewhere. */
final class Rollouts {
    private static final int PATIENCE = 7200;

    private Rollouts() {}

    static Rollout of(World world) {
        return world.target()
                .flatMap(world.record()::get)
                .flatMap(RevisionState::rollout)
                .orElseThrow();
    }

    static RolloutPhase phase(World world) {
        return of(world).phase();
    }

    static boolean is(World world, String hash, Verdict verdict) {
        return world.record().get(hash).filter(state -> state.is(verdict)).isPresent();
    }

    /** Why the revision is rejected; empty if it is not. */
    static Optional<Reason> cause(World world, String hash) {
        return world.record().get(hash).flatMap(RevisionState::cause).map(Failure::reason);
    }

    /** What the last decision says of the worker. */
    static Reason reason(World world) {
        return world.last().decision().standing().reason();
    }

    /** Pods that the last decision asks for, at least. */
    static int asked(World world, String hash) {
        return world.last()
                .decision()
                .capacities()
                .getOrDefault(hash, Capacity.ZERO)
                .min();
    }

    static void runTo(World world, RolloutPhase phase) {
        runToStep(world, 0, phase);
    }

    /** @param step at least, from 0 */
    static void runToStep(World world, int step, RolloutPhase phase) {
        for (int i = 0; i < PATIENCE; i++) {
            world.settle();
            if (phase(world) == phase && of(world).step() >= step) {
                return;
            }
            world.run(1);
        }
        throw new AssertionError("never " + phase + " but " + of(world));
    }
}
