package com.nineminds.temporal.operator.decide.space;

/** Which revisions there are besides the target. */
public enum Around {
    NOTHING(false, false),
    STABLE(true, false),
    /** The spec moved on while another revision was on its way, with its first pods up. */
    STABLE_AND_ANOTHER_IN_FLIGHT(true, true),
    /** The same before anything was ever promoted. */
    ANOTHER_IN_FLIGHT(false, true),
    /** The spec moved on while another one was being rolled back. */
    STABLE_AND_ANOTHER_ROLLING_BACK(true, true);

    private final boolean stable;
    private final boolean another;

    Around(boolean stable, boolean another) {
        this.stable = stable;
        this.another = another;
    }

    boolean stable() {
        return stable;
    }

    boolean another() {
        return another;
    }
}
