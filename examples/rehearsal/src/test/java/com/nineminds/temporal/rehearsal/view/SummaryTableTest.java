package com.nineminds.temporal.rehearsal.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.rehearsal.story.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
    @Test
    void a_rollback_tells_what_was_detected_after_how_long_and_what_serves_again() {
        Outcome outcome = new Outcome(
                "the process exits at start",
                true,
                "RolledBack, CrashLoop",
                "Container worker keeps exiting: exit code 78.",
                Optional.of(Duration.ofMillis(7_340)),
                Optional.of(Duration.ofMillis(210)),
                Duration.ofSeconds(9),
                "xbcc2l2q6j 2/2",
                2);

        List<String> lines = SummaryTable.lines(List.of(outcome));

        assertThat(lines.get(1))
                .containsSubsequence(
                        "ok",
                        "the process exits at start",
                        "RolledBack, CrashLoop",
                        "7.3 s",
                        "0.2 s",
                        "9.0 s",
                        "xbcc2l2q6j 2/2",
                        "2");
        assertThat(lines.get(2)).isEqualTo("     └─ Container worker keeps exiting: exit code 78.");
    }

    @Test
    void what_was_not_expected_is_marked() {
        Outcome outcome = new Outcome(
                "a good revision",
                false,
                "RolledBack, NoPollers",
                "",
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                "nothing",
                0);

        assertThat(SummaryTable.lines(List.of(outcome)).get(1)).startsWith("BAD");
    }
}
