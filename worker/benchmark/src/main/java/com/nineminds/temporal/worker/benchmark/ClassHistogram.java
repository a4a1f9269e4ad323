package com.nineminds.temporal.worker.benchmark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code jcmd PID GC.class_histogram} answers: a line per class, after a full collection, and the sum as the last one. */
final class ClassHistogram {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

    private ClassHistogram() {}

    /** @throws IllegalArgumentException if the text has no sum */
    static long totalBytes(String text) {
        Matcher total = TOTAL.matcher(text);
        if (!total.find()) {
            throw new IllegalArgumentException("no class histogram: " + text);
        }
        return Long.parseLong(total.group(1));
    }
}
