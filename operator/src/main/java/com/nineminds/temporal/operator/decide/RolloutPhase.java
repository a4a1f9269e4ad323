package com.nineminds.temporal.operator.decide;

/** Where one rollout stands. Every legal move between two phases is a {@link Transition}. */
public enum RolloutPhase {
    PROGRESSING(false, "The step's pods of the target are being brought up; the deadline runs."),
    GATING(false, "The step's pods are stably available and the gates measure them; the deadline runs."),
    HOLDING(
            false,
            "The gates passed; the step is held to see whether the target stays good. Should the step grow, the deadline runs until its pods are stably available."),
    PAUSED(
            false,
            "A person paused the rollout, or a gate has no evidence. No deadline runs; fatal evidence still rolls back."),
    BAKING(false, "The target has the full capacity; the stable revision keeps one warm pod until the bake is over."),
    PROMOTED(true, "The target is the stable revision."),
    ROLLING_BACK(
            false,
            "The target is rejected and scaled to zero; the stable revision is brought back to the full capacity; a deadline of its own runs."),
    ROLLED_BACK(
            true, "The stable revision serves alone; the target stays rejected until it changes or a retry names it."),
    FAILED(true, "The first rollout of a worker failed: there is nothing to restore."),
    SUPERSEDED(true, "The spec moved on before the rollout ended.");

    private final boolean terminal;
    private final String description;

    RolloutPhase(boolean terminal, String description) {
        this.terminal = terminal;
        this.description = description;
    }

    public boolean terminal() {
        return terminal;
    }

    public String description() {
        return description;
    }

    /** Whether time always counts against the deadline. */
    public boolean deadlineRuns() {
        return this == PROGRESSING || this == GATING || this == ROLLING_BACK;
    }

    /** Whether the target has a part of the capacity. */
    public boolean servesTarget() {
        return !terminal && this != ROLLING_BACK;
    }
}
