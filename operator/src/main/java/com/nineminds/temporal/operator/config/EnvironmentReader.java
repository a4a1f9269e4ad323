package com.nineminds.temporal.operator.config;

import com.nineminds.temporal.operator.spec.Durations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads settings, and collects what is wrong with them, so that one start tells everything, and what was asked for, for the docs. */
final class EnvironmentReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();
    private final List<ConfigKey> keys = new ArrayList<>();

    EnvironmentReader(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** A list of words, separated by commas. */
    List<String> words(String key, String allowed, String description) {
        keys.add(new ConfigKey(key, "", allowed, description));
        return List.of(value(key, "").split(",")).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** The name of an object. */
    String name(String key, String fallback, String description) {
        keys.add(new ConfigKey(key, fallback, "name of an object", description));
        String name = value(key, fallback);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            problem(key, "'" + name + "' is not a name that Kubernetes allows");
        }
        return name;
    }

    /** An absolute path, whether or not there is something at it now. */
    Optional<Path> directory(String key, String description) {
        keys.add(new ConfigKey(key, "", "absolute path", description));
        String text = value(key, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return Optional.of(path.normalize());
            }
        } catch (InvalidPathException e) {
            // told below
        }
        problem(key, "'" + text + "' is not an absolute path");
        return Optional.empty();
    }

    /** @param options the first is the default */
    String oneOf(String key, List<String> options, String description) {
        String allowed = String.join(", ", options);
        keys.add(new ConfigKey(key, options.get(0), allowed, description));
        String option = value(key, options.get(0));
        if (!options.contains(option)) {
            problem(key, "'" + option + "' is none of " + allowed);
        }
        return option;
    }

    int number(String key, int fallback, int min, int max, String description) {
        keys.add(new ConfigKey(key, String.valueOf(fallback), min + " to " + max, description));
        String text = value(key, String.valueOf(fallback));
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

    Duration duration(String key, Duration fallback, Duration min, Duration max, String description) {
        String range = Durations.format(min) + " to " + Durations.format(max);
        keys.add(new ConfigKey(key, Durations.format(fallback), range, description));
        String text = value(key, Durations.format(fallback));
        try {
            Duration duration = Durations.parse(text);
            if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            // told below, together with the range
        }
        problem(key, "'" + text + "' is not a duration from " + range + ", e.g. 30s");
        return fallback;
    }

    void problem(String key, String message) {
        problems.add(key + ": " + message);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<ConfigKey> keys() {
        return List.copyOf(keys);
    }

    private String value(String key, String fallback) {
        String value = values.getOrDefault(key, "").strip();
        return value.isEmpty() ? fallback : value;
    }
}
