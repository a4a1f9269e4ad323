package com.nineminds.temporal.operator.decide;

/** The durable word on a revision. */
public enum Verdict {
    PROMOTED,
    REJECTED,
    SUPERSEDED
}
