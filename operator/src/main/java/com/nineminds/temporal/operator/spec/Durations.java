package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.Patterns;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Durations as users write them: {@code 90s}, {@code 2m}, {@code 1h30m}. */
public final class Durations {
    private Durations() {}

    /** @throws IllegalArgumentException naming the text and the form that is expected */
    public static Duration parse(String text) {
        return tryParse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + text + "\" is not a duration such as 90s, 2m or 1h30m"));
    }

    /** Empty for anything that is absent or not a duration. */
    public static Optional<Duration> tryParse(@Nullable String text) {
        if (text == null || text.isEmpty() || !Regex.finds(Patterns.DURATION, text)) {
            return Optional.empty();
        }
        // The pattern admits exactly the parts of an ISO 8601 time, which Duration reads.
        return Optional.of(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)));
    }

    /** The shortest form that {@link #parse} reads back; parts of a second are cut off. */
    public static String format(Duration duration) {
        if (duration.isNegative()) {
            return "-" + format(duration.negated());
        }
        var text = part(duration.toHours(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text;
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
