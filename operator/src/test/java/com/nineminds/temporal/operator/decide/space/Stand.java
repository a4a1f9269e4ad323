package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.operator.decide.RolloutPhase;
import java.util.List;
import java.util.Optional;

/** Where the target stands when the decision is made. */
public enum Stand {
    UNKNOWN,
    STABLE,
    PROMOTED_BEFORE,
    REJECTED,
    REJECTED_FOR_NOW,
    SUPERSEDED,
    PROGRESSING(RolloutPhase.PROGRESSING),
    GATING(RolloutPhase.GATING),
    HOLDING(RolloutPhase.HOLDING),
    BAKING(RolloutPhase.BAKING),
    PAUSED_PROGRESSING(RolloutPhase.PAUSED, RolloutPhase.PROGRESSING),
    PAUSED_GATING(RolloutPhase.PAUSED, RolloutPhase.GATING),
    PAUSED_HOLDING(RolloutPhase.PAUSED, RolloutPhase.HOLDING),
    PAUSED_BAKING(RolloutPhase.PAUSED, RolloutPhase.BAKING),
    BLIND(RolloutPhase.PAUSED, RolloutPhase.GATING),
    ROLLING_BACK(RolloutPhase.ROLLING_BACK);

    private final Optional<RolloutPhase> phase;
    private final Optional<RolloutPhase> resumeAt;

    Stand() {
        this.phase = Optional.empty();
        this.resumeAt = Optional.empty();
    }

    Stand(RolloutPhase phase) {
        this.phase = Optional.of(phase);
        this.resumeAt = Optional.empty();
    }

    Stand(RolloutPhase phase, RolloutPhase resumeAt) {
        this.phase = Optional.of(phase);
        this.resumeAt = Optional.of(resumeAt);
    }

    /** Of the rollout in flight; empty if there is none. */
    Optional<RolloutPhase> phase() {
        return phase;
    }

    Optional<RolloutPhase> resumeAt() {
        return resumeAt;
    }

    boolean inFlight() {
        return phase.isPresent();
    }

    /** Whether gates were passed in the step under way. */
    boolean gatesBehind() {
        return standsAt(RolloutPhase.HOLDING) || bakes();
    }

    boolean bakes() {
        return standsAt(RolloutPhase.BAKING);
    }

    /** The hours that make a difference: without a clock that runs, none does. */
    List<Hour> hours() {
        return phase.map(running -> switch (running) {
                    case PROGRESSING, GATING, ROLLING_BACK -> List.of(Hour.FRESH, Hour.LATE, Hour.UNWATCHED);
                    case BAKING -> List.of(Hour.FRESH, Hour.HELD);
                    case PAUSED -> List.of(Hour.FRESH, Hour.LATE);
                    default -> List.of(Hour.values());
                })
                .orElse(List.of(Hour.FRESH));
    }

    private boolean standsAt(RolloutPhase other) {
        return resumeAt.or(() -> phase).filter(other::equals).isPresent();
    }
}
