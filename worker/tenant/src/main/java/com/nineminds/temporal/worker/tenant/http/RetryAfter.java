package com.nineminds.temporal.worker.tenant.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header {@code Retry-After}: seconds or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

    /** A service does not get to stop a run by asking for more. */
    private static final Duration MOST = Duration.ofMinutes(5);

    private RetryAfter() {}

    static Optional<Duration> of(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(text -> parse(text.strip(), Instant.now()));
    }

    static Optional<Duration> parse(String text, Instant now) {
        return duration(text, now)
                .map(wait -> wait.compareTo(MOST) > 0 ? MOST : wait)
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    private static Optional<Duration> duration(String text, Instant now) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
