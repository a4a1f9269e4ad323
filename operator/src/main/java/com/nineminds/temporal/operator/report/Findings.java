package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.operator.decide.Failure;
import java.util.List;

/**
 * What stands in a worker's way that no decision knows of.
 *
 * @param violations why the spec cannot be used, one sentence each; told while the phase is {@code Invalid}
 * @param problems children that cannot be written, such as {@link com.nineminds.temporal.operator.decide.Reason#NameConflict}; the
 *     first one gives the reason
 */
public record Findings(List<String> violations, List<Failure> problems) {
    public static final Findings NONE = new Findings(List.of(), List.of());

    public Findings {
        violations = List.copyOf(violations);
        problems = List.copyOf(problems);
    }
}
