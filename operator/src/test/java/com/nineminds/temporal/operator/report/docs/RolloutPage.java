package com.nineminds.temporal.operator.report.docs;

import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Signal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of the page about rollouts that are generated from the code; the rest is written by hand. */
final class RolloutPage {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- generated: ([a-z]+) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

    private static final Map<String, String> BLOCKS =
            Map.of("phases", phases(), "diagram", new RolloutDiagram().text(), "signals", signals());

    private RolloutPage() {}

    /** @throws IllegalArgumentException if the page lacks a block or names one that is not known */
    static String rewrite(String page) {
        Map<String, String> missing = new TreeMap<>(BLOCKS);
        String text = BLOCK.matcher(page).replaceAll(block -> {
            String body = missing.remove(block.group(2));
            if (body == null) {
                throw new IllegalArgumentException("block " + block.group(2) + " is unknown or there twice");
            }
            return Matcher.quoteReplacement(block.group(1) + body + block.group(4));
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the page has no block " + missing.keySet());
        }
        return text;
    }

    private static String phases() {
        return "| phase of the rollout | deadline runs | |\n|---|---|---|\n"
                + Arrays.stream(RolloutPhase.values())
                        .map(phase -> "| `" + phase + "`" + (phase.terminal() ? " (end)" : "") + " | "
                                + (phase.deadlineRuns() ? "yes" : "no") + " | " + phase.description() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String signals() {
        return "| signal | holds when |\n|---|---|\n"
                + Arrays.stream(Signal.values())
                        .map(signal -> "| `" + signal + "` | " + signal.description() + " |\n")
                        .collect(Collectors.joining());
    }
}
