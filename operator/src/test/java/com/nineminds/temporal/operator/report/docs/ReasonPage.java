package com.nineminds.temporal.operator.report.docs;

import com.nineminds.temporal.operator.decide.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page about reasons, in the order of the enum. */
final class ReasonPage {
    private static final String INTRODUCTION = """
            # Reasons

            Every reason that a condition, an event, `status.reason`, `status.rejected` or `status.history` of a `TemporalWorker` can carry.
            Where a remedy says *retry*, it means this annotation, with the hash of the rejected revision:

            ```
            kubectl annotate temporalworker NAME --overwrite temporal.nineminds.com/retry=HASH
            ```

            A retry that was used needs a new token to be used again: `HASH#2`. For the other annotations, and how rollouts work, see
            [rollout.md](rollout.md). `status.rejected` has the reason `Unknown` where the record of a revision gives none that this operator knows,
            as after a downgrade.

            This page is generated from the code; `reasons.yaml` among the test resources holds the texts. To rewrite it:
            `mvn -pl operator -am test -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.rewrite=true`.
            """;

    private final ReasonDocs docs;

    ReasonPage(ReasonDocs docs) {
        this.docs = docs;
    }

    String text() {
        return INTRODUCTION + "\n" + index() + "\n"
                + Arrays.stream(Reason.values()).map(this::section).collect(Collectors.joining("\n"));
    }

    private String index() {
        return "| reason | category | event |\n|---|---|---|\n"
                + Arrays.stream(Reason.values())
                        .map(reason -> "| [" + reason + "](#" + reason.name().toLowerCase(Locale.ROOT) + ") | "
                                + category(reason) + " | " + type(reason) + " |\n")
                        .collect(Collectors.joining());
    }

    private String section(Reason reason) {
        ReasonDocs.Text text = docs.of(reason);
        return "## " + reason + "\n\n"
                + "> " + reason.template().replace("%s", "…") + "\n\n"
                + text.means() + "\n\n"
                + "- Operator: " + text.operator() + "\n"
                + "- You: " + text.remedy() + "\n";
    }

    private static String category(Reason reason) {
        return reason.category().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String type(Reason reason) {
        return reason.warning() ? "Warning" : "Normal";
    }
}
