package com.nineminds.temporal.operator.decide;

import java.util.Optional;

/** Weighs what the target's pods show: whether it speaks against the target, or is in suspense because the target may not be to blame. */
final class Evidence {
    private final Situation at;

    Evidence(Situation at) {
        this.at = at;
    }

    /** For what the target is rejected. */
    Optional<Failure> against() {
        return at.fleet().fatal().filter(why -> !excused(why));
    }

    /**
     * What the rollout waits for to go away, while no hold and no bake ends. Whoever is to blame, it may be the target after all: an image
     * that some nodes cannot run, or a target that breaks what both revisions need. So the deadline runs, with one exception.
     */
    Optional<Failure> inSuspense() {
        return at.fleet()
                .fatal()
                .filter(this::excused)
                .map(why -> byInfrastructure(why)
                        ? why
                        : Failure.of(
                                Reason.SharedFailure,
                                at.stable().map(RevisionState::hash).orElse("none"),
                                why.message()));
    }

    /** The exception: a registry that is down comes back by itself, and giving up pods that serve would help nobody. */
    Optional<Failure> unlimited() {
        return inSuspense().filter(why -> why.reason() == Reason.RegistryUnavailable && !at.covered());
    }

    /** What the stable revision says about it from now on. */
    Baseline baseline() {
        Optional<Failure> fatal = at.fleet().fatal();
        Baseline known = at.rollout().baseline();
        if (known == Baseline.ALIKE) {
            return fatal.isEmpty() ? Baseline.GOOD : Baseline.ALIKE;
        }
        if (known == Baseline.UNKNOWN && !at.stableFleet().fine()) {
            return Baseline.UNKNOWN;
        }
        return fatal.filter(this::shared).isPresent() ? Baseline.ALIKE : Baseline.GOOD;
    }

    private boolean excused(Failure why) {
        return alike(why) || (byInfrastructure(why) && !alone());
    }

    private static boolean byInfrastructure(Failure why) {
        return why.reason().category() == Category.INFRASTRUCTURE;
    }

    /**
     * Whether the fault of the infrastructure is all that there is to go by. A target of which other pods serve has shown that it can, so
     * no pod of it is given up for those that are missing; nor while what both revisions need is down, too.
     */
    private boolean alone() {
        return at.fleet().available() == 0 && !at.sharedLoss();
    }

    /**
     * Until the stable revision, which failed alike, has a pod Ready again. The failure of a target that has all its pods by then is over,
     * too, and merely remembered; one that still lacks some is on its own.
     */
    private boolean alike(Failure why) {
        Fleet stable = at.stableFleet();
        boolean recovering = stable.troubles().isEmpty() && stable.available() == 0;
        return at.rollout().baseline() == Baseline.ALIKE && (shared(why) || recovering || at.covered());
    }

    private boolean shared(Failure why) {
        return at.stableFleet().troubles().contains(why.reason().category());
    }
}
