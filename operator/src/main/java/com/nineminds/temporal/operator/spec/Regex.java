package com.nineminds.temporal.operator.spec;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Reads the shared patterns as the API server's RE2 does. */
final class Regex {
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Regex() {}

    /** Whether the pattern is found somewhere in the text; anchors say where. */
    static boolean finds(String pattern, String text) {
        return COMPILED.computeIfAbsent(pattern, Regex::compile).matcher(text).find();
    }

    /** Java's {@code $} also matches before a final line break, RE2's does not. */
    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern.replace("$", "\\z"));
    }
}
