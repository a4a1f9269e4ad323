package com.nineminds.temporal.operator.report.docs;

import com.nineminds.temporal.operator.config.ConfigKey;
import com.nineminds.temporal.operator.config.OperatorConfig;
import java.util.stream.Collectors;

/** The page about settings, in the order in which they are read. */
final class ConfigurationPage {
    private static final String INTRODUCTION = """
            # Configuration

            The operator reads environment variables. An empty one counts as absent. Durations are written like `90s`, `2m` or `1h30m`. A value that
            cannot be right ends the process with 78 before it does anything, with a line in the log for every bad variable.

            The cluster is found as kubectl finds it: `KUBECONFIG`, else the pod's ServiceAccount. What probes, metrics and the election do is told
            in [operations.md](operations.md).

            This page is generated from the code. To rewrite it:
            `mvn -pl operator -am test -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.rewrite=true`.

            | variable | default | allowed | |
            |---|---|---|---|
            """;

    private ConfigurationPage() {}

    static String text() {
        return INTRODUCTION
                + OperatorConfig.keys().stream().map(ConfigurationPage::row).collect(Collectors.joining());
    }

    private static String row(ConfigKey key) {
        String fallback = key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`";
        return "| `" + key.name() + "` | " + fallback + " | " + key.allowed() + " | " + key.description() + " |\n";
    }
}
