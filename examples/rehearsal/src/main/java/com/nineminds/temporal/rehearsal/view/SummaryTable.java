package com.nineminds.temporal.rehearsal.view;

import com.nineminds.temporal.rehearsal.story.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The last thing that the terminal shows: per act what was detected, after how long, and what serves in the end. */
public final class SummaryTable {
    private static final String ROW = "%-4s %-36s %-30s %9s %9s %9s  %-14s %8s";

    private SummaryTable() {}

    public static List<String> lines(List<Outcome> outcomes) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("", "tried", "came of it", "detected", "reaction", "finished", "serves", "stable ≥"));
        outcomes.forEach(each -> lines.addAll(row(each)));
        lines.add("");
        lines.add(
                "detected: change applied → revision rejected. reaction: first fatal evidence in a pod's status → its Deployment");
        lines.add(
                "at 0 pods; – where no pod failed. stable ≥: fewest ready pods of the revision that was stable meanwhile.");
        return lines;
    }

    private static List<String> row(Outcome outcome) {
        String row = ROW.formatted(
                outcome.asExpected() ? "ok" : "BAD",
                outcome.title(),
                outcome.ended(),
                seconds(outcome.detected()),
                seconds(outcome.reaction()),
                seconds(Optional.of(outcome.finished())),
                outcome.serving(),
                outcome.fewestStable());
        return outcome.evidence().isEmpty() ? List.of(row) : List.of(row, "     └─ " + outcome.evidence());
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(each -> String.format(Locale.ROOT, "%.1f s", each.toMillis() / 1000.0))
                .orElse("–");
    }
}
