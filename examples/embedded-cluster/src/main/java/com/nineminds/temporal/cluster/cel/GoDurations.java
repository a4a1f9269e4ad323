package com.nineminds.temporal.cluster.cel;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them: {@code 1h30m}, {@code 1.5s}, {@code -200ms}. */
final class GoDurations {
    private static final Pattern WHOLE = Pattern.compile("[+-]?(\\d+(\\.\\d+)?(ns|us|µs|ms|s|m|h))+|0");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1_000),
            "µs", Duration.ofNanos(1_000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1));

    private GoDurations() {}

    /** Empty when the text is no duration. */
    static Optional<Duration> parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            BigDecimal nanos = new BigDecimal(parts.group(1))
                    .multiply(BigDecimal.valueOf(
                            UNITS.getOrDefault(parts.group(2), Duration.ZERO).toNanos()));
            sum = sum.plusNanos(nanos.longValue());
        }
        return Optional.of(text.startsWith("-") ? sum.negated() : sum);
    }
}
