package com.nineminds.temporal.operator.spec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects violations. An absent value breaks no rule but {@code required}, as in CEL. */
final class Findings {
    private final List<Violation> violations = new ArrayList<>();

    /** In the order of the fields, so that the same spec always reads the same. */
    List<Violation> violations() {
        return violations.stream()
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }

    void add(String field, String message) {
        violations.add(new Violation(field, message));
    }

    void unless(boolean kept, String field, String message) {
        if (!kept) {
            add(field, message);
        }
    }

    void unlessMatches(@Nullable String value, String pattern, String field, String message) {
        unless(value == null || Regex.finds(pattern, value), field, message);
    }

    void unlessBetween(@Nullable String value, Bounds bounds, String field, String message) {
        unless(
                value == null
                        || Durations.tryParse(value).filter(bounds::include).isPresent(),
                field,
                message);
    }

    void unlessUnique(Collection<?> values, String field, String message) {
        unless(new HashSet<>(values).size() == values.size(), field, message);
    }

    /** Both ends are included. */
    record Bounds(Duration from, Duration to) {
        boolean include(Duration duration) {
            return duration.compareTo(from) >= 0 && duration.compareTo(to) <= 0;
        }
    }

    /** The elements that are there. */
    static <T> List<T> present(@Nullable Collection<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    static <V> Map<String, V> present(@Nullable Map<String, V> values) {
        return values == null ? Map.of() : values;
    }
}
