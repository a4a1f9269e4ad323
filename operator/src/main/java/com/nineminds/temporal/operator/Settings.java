package com.nineminds.temporal.operator;

import com.nineminds.temporal.operator.spec.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads settings and collects what is wrong with them, so that one start tells everything. */
final class Settings {
    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    String text(String key, String fallback) {
        String value = values.getOrDefault(key, "").strip();
        return value.isEmpty() ? fallback : value;
    }

    int number(String key, int fallback, int min, int max) {
        String text = text(key, String.valueOf(fallback));
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with the range
        }
        problem(key, "'" + text + "' is not a whole number from " + min + " to " + max);
        return fallback;
    }

    Duration duration(String key, Duration fallback, Duration min, Duration max) {
        String text = text(key, Durations.format(fallback));
        try {
            Duration duration = Durations.parse(text);
            if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            // told below, together with the range
        }
        problem(
                key,
                "'" + text + "' is not a duration from " + Durations.format(min) + " to " + Durations.format(max)
                        + ", e.g. 30s");
        return fallback;
    }

    void problem(String key, String message) {
        problems.add(key + ": " + message);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
