package com.nineminds.temporal.operator.gate;

import com.nineminds.temporal.api.v1alpha1.NoData;
import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.GateVerdict;

/**
 * Adds measurements up to a verdict. Failures and errors have budgets of their own; a provider outage is never a failure, and no
 * number of errors or of nothing ever passes: with {@link NoData#Ignore} the gate goes on waiting until the step's deadline.
 *
 * @param passes in a row
 * @param failures in total
 * @param errors in a row
 */
record Tally(int passes, int failures, int errors, GateVerdict verdict, String message) {
    static final Tally EMPTY = new Tally(0, 0, 0, GateVerdict.RUNNING, "not measured yet");

    Tally add(Measurement measurement, GatePolicy policy) {
        return switch (measurement.outcome()) {
            case PASS -> counted(passes + 1, failures, 0, policy, measurement.message());
            case FAIL -> counted(0, failures + 1, 0, policy, measurement.message());
            case ERROR -> errors(errors + 1, policy, measurement.message());
            case PENDING -> new Tally(0, failures, 0, GateVerdict.RUNNING, measurement.message());
            case UNKNOWN -> unattributed(policy, measurement.message());
        };
    }

    private static Tally counted(int passes, int failures, int errors, GatePolicy policy, String message) {
        GateVerdict verdict = GateVerdict.RUNNING;
        if (failures > policy.failureLimit()) {
            verdict = GateVerdict.FAILED;
        } else if (passes >= policy.count()) {
            verdict = GateVerdict.PASSED;
        }
        return new Tally(passes, failures, errors, verdict, message);
    }

    private Tally errors(int inARow, GatePolicy policy, String message) {
        boolean blind = inARow > policy.errorLimit() && policy.noData() != NoData.Ignore;
        return new Tally(0, failures, inARow, blind ? GateVerdict.INCONCLUSIVE : GateVerdict.RUNNING, message);
    }

    private Tally unattributed(GatePolicy policy, String message) {
        GateVerdict verdict = switch (policy.noData()) {
            case Fail -> GateVerdict.FAILED;
            case Inconclusive -> GateVerdict.INCONCLUSIVE;
            case Ignore -> GateVerdict.RUNNING;
        };
        return new Tally(0, failures, 0, verdict, message);
    }
}
