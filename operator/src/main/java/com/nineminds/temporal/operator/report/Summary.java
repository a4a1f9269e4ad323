package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.Standing;
import java.util.ArrayList;
import java.util.List;

/** The decision's word on the worker together with what else was found. */
record Summary(Outlook outlook, Phase phase, Reason reason, String message) {

    /**
     * A problem takes over the reason unless the worker was stuck without it: {@code RolledBack} is what everybody looks for. A worker
     * of which a child is missing is not {@code Healthy}.
     */
    static Summary of(Standing standing, Findings findings) {
        Outlook outlook = Outlook.of(standing, findings);
        List<Failure> problems = findings.problems();
        if (problems.isEmpty() || standing.phase() == Phase.Terminating) {
            return new Summary(
                    outlook, standing.phase(), standing.reason(), Wording.clip(sentence(standing, findings)));
        }
        boolean stuckAnyway = Outlook.of(standing, Findings.NONE) == Outlook.STUCK;
        List<String> sentences =
                new ArrayList<>(problems.stream().map(Failure::message).toList());
        sentences.add(stuckAnyway ? 0 : sentences.size(), sentence(standing, findings));
        return new Summary(
                outlook,
                standing.phase() == Phase.Healthy ? Phase.Degraded : standing.phase(),
                stuckAnyway ? standing.reason() : problems.get(0).reason(),
                Wording.clip(String.join(" ", sentences)));
    }

    private static String sentence(Standing standing, Findings findings) {
        return standing.phase() == Phase.Invalid
                ? Reason.InvalidSpec.message(String.join(" ", findings.violations()))
                : standing.message();
    }
}
