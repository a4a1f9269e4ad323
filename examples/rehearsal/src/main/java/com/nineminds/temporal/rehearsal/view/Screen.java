package com.nineminds.temporal.rehearsal.view;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows the tree whenever it changed: redrawn in place on a terminal, as dated blocks elsewhere. Used by one thread at a time. */
public final class Screen {
    private static final String UP = "\u001b[%dA\u001b[J";

    private final PrintStream out;
    private final boolean redraw;
    private final Instant start;
    private List<String> shown = List.of();
    private int drawn;

    /** @param redraw whether the output is a terminal that understands ANSI */
    public Screen(PrintStream out, boolean redraw, Instant start) {
        this.out = out;
        this.redraw = redraw;
        this.start = start;
    }

    public synchronized void show(List<String> lines, Instant now) {
        if (lines.equals(shown)) {
            return;
        }
        if (redraw && drawn > 0) {
            out.printf(UP, drawn);
        }
        out.printf("─── %s%n", since(now));
        lines.forEach(out::println);
        out.flush();
        shown = List.copyOf(lines);
        drawn = lines.size() + 1;
    }

    /** A line that stays. */
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
        drawn = 0;
    }

    private String since(Instant now) {
        return "%5.1f s".formatted(Duration.between(start, now).toMillis() / 1000.0);
    }
}
