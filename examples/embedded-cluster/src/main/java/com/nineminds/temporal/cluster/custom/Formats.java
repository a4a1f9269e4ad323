package com.nineminds.temporal.cluster.custom;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats of texts that the server enforces; all others are only said, as in Kubernetes. */
final class Formats {
    private static final Pattern DURATION =
            Pattern.compile("[+-]?(0|((\\d+\\.?\\d*|\\.\\d+)\\s*(ns|us|µs|ms|s|m|h|d|w|[a-z]+)\\s*)+)");
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\r\\n]*={0,2}");

    private static final Map<String, Predicate<String>> CHECKS = Map.of(
            "date-time", Formats::isDateTime,
            "date", Formats::isDate,
            "duration", text -> DURATION.matcher(text).matches(),
            "uuid", text -> UUID.matcher(text).matches(),
            "ipv4", text -> IPV4.matcher(text).matches(),
            "uri", Formats::isUri,
            "byte", text -> BASE64.matcher(text).matches());

    private Formats() {}

    static boolean fits(String format, String text) {
        return CHECKS.getOrDefault(format, anything -> true).test(text);
    }

    private static boolean isDateTime(String text) {
        return parses(() -> OffsetDateTime.parse(text));
    }

    private static boolean isDate(String text) {
        return parses(() -> LocalDate.parse(text));
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean parses(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
