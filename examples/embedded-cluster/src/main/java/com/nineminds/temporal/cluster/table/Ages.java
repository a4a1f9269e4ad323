package com.nineminds.temporal.cluster.table;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Durations as kubectl shows them: two units where the first says too little. */
final class Ages {
    private static final int DAYS_PER_YEAR = 365;

    private Ages() {}

    /** {@code <unknown>} when there is no such time. */
    static String since(String time, Instant now) {
        try {
            return time.isEmpty() ? "<unknown>" : human(Duration.between(Instant.parse(time), now));
        } catch (DateTimeException malformed) {
            return "<invalid>";
        }
    }

    static String human(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = duration.toMinutes();
        if (minutes < 10) {
            return pair(minutes, "m", seconds % 60, "s");
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        long hours = duration.toHours();
        if (hours < 8) {
            return pair(hours, "h", minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        return days(duration.toDays(), hours);
    }

    private static String days(long days, long hours) {
        if (days < 8) {
            return pair(days, "d", hours % 24, "h");
        }
        if (days < 2 * DAYS_PER_YEAR) {
            return days + "d";
        }
        return days < 8 * DAYS_PER_YEAR
                ? pair(days / DAYS_PER_YEAR, "y", days % DAYS_PER_YEAR, "d")
                : days / DAYS_PER_YEAR + "y";
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + largeUnit : large + largeUnit + small + smallUnit;
    }
}
