package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.operator.decide.GateVerdict;

/** What Temporal tells about the pollers of one revision. */
public enum Pollers {
    SEEN(GateVerdict.PASSED),
    MISSING(GateVerdict.FAILED),
    UNKNOWN(GateVerdict.INCONCLUSIVE);

    private final GateVerdict verdict;

    Pollers(GateVerdict verdict) {
        this.verdict = verdict;
    }

    GateVerdict verdict() {
        return verdict;
    }
}
