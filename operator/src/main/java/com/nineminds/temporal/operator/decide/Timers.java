package com.nineminds.temporal.operator.decide;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When time alone could change the next decision. Without a rollout or an expiry: never. What is over already waits for something else. */
final class Timers {
    private static final Duration LOOK = Duration.ofSeconds(30);

    private Timers() {}

    static Optional<Duration> next(Round round, Optional<Situation> rollout) {
        List<Duration> waits = new ArrayList<>();
        round.retryDue().ifPresent(waits::add);
        rollout.ifPresent(at -> addWaits(at, waits));
        return waits.stream()
                .filter(wait -> !wait.isZero())
                .min(Duration::compareTo)
                .map(Timers::notTooSoon);
    }

    private static void addWaits(Situation at, List<Duration> waits) {
        Clocks clocks = at.rollout().clocks();
        RolloutPhase phase = at.rollout().phase();
        if (clocks.progress().runningSince().isPresent()) {
            waits.add(clocks.progress().remaining(at.policy().deadline(), at.now()));
        }
        if (phase == RolloutPhase.HOLDING) {
            waits.add(clocks.hold().remaining(at.step().hold(), at.now()));
        }
        if (phase == RolloutPhase.BAKING) {
            waits.add(clocks.hold().remaining(at.bake(), at.now()));
        }
        addLooks(at, waits);
        if (at.fleet().available() > at.fleet().stable()) {
            waits.add(at.policy().stability());
        }
    }

    /** A failure that is over is forgotten by time alone. */
    private static void addLooks(Situation at, List<Duration> waits) {
        if (at.evidence().inSuspense().isPresent()) {
            waits.add(LOOK);
        }
    }

    private static Duration notTooSoon(Duration wait) {
        return wait.compareTo(Duration.ofMillis(50)) < 0 ? Duration.ofMillis(50) : wait;
    }
}
