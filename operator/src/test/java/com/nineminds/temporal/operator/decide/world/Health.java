package com.nineminds.temporal.operator.decide.world;

/** How the pods of one revision behave. */
public enum Health {
    GOOD,
    /** Exits again and again: fatal evidence ten seconds after it starts. */
    CRASHING,
    /** The image does not exist: fatal evidence three seconds after it starts. */
    NO_IMAGE,
    /** The registry answers 503: fatal evidence, of the infrastructure, after two minutes. */
    NO_REGISTRY,
    /** The node cannot have the image that pods on others run: fatal evidence, of the infrastructure, after two minutes. */
    NO_IMAGE_HERE,
    /** Runs, but is never Ready. */
    NEVER_READY,
    /** Ready for a moment, then not: never long enough to be stably available. */
    FLAPPING,
    /** Stably available for a while, then not Ready for a moment, again and again. */
    UNSTEADY,
    /** The scheduler finds no node. */
    UNSCHEDULABLE,
    /** The API server lets no more pods in. */
    OVER_QUOTA;

    public boolean blocked() {
        return this == UNSCHEDULABLE || this == OVER_QUOTA;
    }

    public boolean rejectedInTheEnd() {
        return switch (this) {
            case CRASHING, NO_IMAGE, NO_REGISTRY, NO_IMAGE_HERE, NEVER_READY, FLAPPING -> true;
            default -> false;
        };
    }
}
