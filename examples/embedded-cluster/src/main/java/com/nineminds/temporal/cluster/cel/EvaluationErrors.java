package com.nineminds.temporal.cluster.cel;

import dev.cel.runtime.CelEvaluationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Says why a rule could not be evaluated, in the words of the API server's library where they are known. */
final class EvaluationErrors {
    private static final Pattern PLACE = Pattern.compile("^evaluation error at [^:]*:\\d+: ");
    private static final Map<Pattern, String> WORDS = words();

    private EvaluationErrors() {}

    static String text(CelEvaluationException failed) {
        String text = PLACE.matcher(String.valueOf(failed.getMessage())).replaceFirst("");
        for (Map.Entry<Pattern, String> words : WORDS.entrySet()) {
            text = words.getKey().matcher(text).replaceFirst(words.getValue());
        }
        return text;
    }

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(Pattern.compile("^key '(.*)' is not present in map\\.$"), "no such key: $1");
        words.put(
                Pattern.compile("^invalid duration format$"),
                "type conversion error from 'string' to 'google.protobuf.Duration'");
        words.put(Pattern.compile("^/ by zero$"), "division by zero");
        words.put(Pattern.compile("^Index out of bounds: (-?\\d+)$"), "index out of bounds: $1");
        return words;
    }
}
