package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.operator.decide.GateVerdict;
import java.util.Optional;

/** What the gate of the step says. */
public enum Word {
    NOTHING,
    RUNNING(GateVerdict.RUNNING),
    PASSED(GateVerdict.PASSED),
    FAILED(GateVerdict.FAILED),
    INCONCLUSIVE(GateVerdict.INCONCLUSIVE),
    /** It passed earlier and was kept. */
    KEPT;

    private final Optional<GateVerdict> verdict;

    Word() {
        this.verdict = Optional.empty();
    }

    Word(GateVerdict verdict) {
        this.verdict = Optional.of(verdict);
    }

    Optional<GateVerdict> verdict() {
        return verdict;
    }
}
