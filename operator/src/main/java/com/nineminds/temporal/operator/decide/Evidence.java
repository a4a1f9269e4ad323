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

    /** What the rollout waits for to go away. The deadline stands still meanwhile, as for any fault of the infrastructure. */
    Optional<Failure> inSuspense() {
        return at.fleet()
                .fatal()
                .filter(this::excused)
                .flatMap(why ->
                        at.stable().map(stable -> Failure.of(Reason.SharedFailure, stable.hash(), why.message())));
    }

    /** What the stable revision says about it from now on. */
    Baseline baseline() {
        Optional<Failure> fatal = at.fleet().fatal();
        Baseline known = at.rollout().baseline();
        if (known == Baseline.ALIKE) {
            return fatal.isEmpty() ? Baseline.GOOD : Baseline.ALIKE;
        }
        boolean fine =
                at.stableFleet().available() > 0 && at.stableFleet().troubles().isEmpty();
        if (known == Baseline.UNKNOWN && !fine) {
            return Baseline.UNKNOWN;
        }
        return fatal.filter(this::shared).isPresent() ? Baseline.ALIKE : Baseline.GOOD;
    }

    /**
     * Until the stable revision, which failed alike, has a pod Ready again. The failure of a target that has all its pods by then is over,
     * too, and merely remembered; one that still lacks some is on its own.
     */
    private boolean excused(Failure why) {
        Fleet stable = at.stableFleet();
        boolean recovering = stable.troubles().isEmpty() && stable.available() == 0;
        return at.rollout().baseline() == Baseline.ALIKE && (shared(why) || recovering || at.covered());
    }

    private boolean shared(Failure why) {
        return at.stableFleet().troubles().contains(why.reason().category());
    }
}
