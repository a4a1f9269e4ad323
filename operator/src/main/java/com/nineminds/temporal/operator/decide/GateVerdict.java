package com.nineminds.temporal.operator.decide;

/** What a gate says so far. {@code RUNNING} decides nothing yet. */
public enum GateVerdict {
    RUNNING,
    PASSED,
    FAILED,
    INCONCLUSIVE
}
