package com.nineminds.temporal.operator.decide;

/** How much of the way to promotion a rollout has to go. */
public enum Route {
    /** Every step, every gate, then the bake. */
    STEPS,
    /** Nothing serves yet, or the strategy knows no steps: one step at the full capacity, every gate, then the bake. */
    DIRECT,
    /** Back to a revision that was promoted before: full capacity, then promotion. */
    FAST,
    /** A person asked for the promotion: full capacity, then promotion. */
    CUT;

    public boolean gated() {
        return this == STEPS || this == DIRECT;
    }
}
