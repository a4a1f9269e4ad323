package com.nineminds.temporal.rehearsal.view;

import com.nineminds.temporal.rehearsal.story.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The last thing that the terminal shows: per act what was detected, after how long, and what was restored. */
public final class SummaryTable {
    private static final String ROW = "%-4s %-34s %-42s %9s %9s %9s %8s";

    private SummaryTable() {}

    public static List<String> lines(List<Outcome> outcomes) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("", "tried", "came of it", "detected", "reaction", "finished", "stable ≥"));
        outcomes.forEach(each -> lines.add(ROW.formatted(
                each.asExpected() ? "ok" : "BAD",
                each.title(),
                each.ended(),
                seconds(each.detected()),
                seconds(each.reaction()),
                seconds(Optional.of(each.restored())),
                each.fewestStable())));
        lines.add("");
        lines.add(
                "detected: change applied → revision rejected; reaction: first fatal evidence in a pod's status → its Deployment at 0;");
        lines.add("stable ≥: fewest ready pods of the revision that serves, while the new one was tried.");
        return lines;
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(each -> String.format(Locale.ROOT, "%.1f s", each.toMillis() / 1000.0))
                .orElse("–");
    }
}
